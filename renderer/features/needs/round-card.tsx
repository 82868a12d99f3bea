import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DomainAssessment, Round } from '../../../shared/domain/needs.ts';
import { needsForms } from '../../../shared/forms/index.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useSession, userName } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Facts, Row, Stack } from '../../design/layout.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';
import { CorrectAnswer, useAnswerWords } from './correct-answer.tsx';
import { useFormWords } from './form-words.ts';
import { Statements } from './statements.tsx';

const tones: Readonly<Record<number, Tone>> = { 1: 'plain', 2: 'warn', 3: 'danger' };

interface RoundCardProps {
  readonly round: Round;
  readonly startsOpen: boolean;
  /** whether who is at the screen may put answers right and record a disagreement */
  readonly writes: boolean;
  /** goes on with a round that is not closed; undefined when nobody here may */
  readonly onContinue?: () => void;
}

/** A round to read: needs first, then what was asked and is none, what was not answered and what was not asked. */
export const RoundCard = ({ round, startsOpen, writes, onContinue }: RoundCardProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const [open, setOpen] = useState(startsOpen);
  const title = `${t(`enums:roundKind.${round.kind}`)}, ${date(round.conductedOn)}`;
  return (
    <Card
      title={title}
      aside={
        <Row end>
          <Tag tone={round.closedOn === undefined ? 'accent' : 'plain'}>{round.closedOn === undefined ? t('needs:card.open') : t('needs:card.closed', { date: date(round.closedOn) })}</Tag>
          {onContinue === undefined ? null : (
            <Button variant="go" onPress={onContinue}>
              {t('needs:card.continue')}
            </Button>
          )}
          {round.skipped === undefined ? (
            <Button variant="link" aria-expanded={open} aria-label={`${open ? t('needs:card.hide') : t('needs:card.show')}: ${title}`} onPress={() => setOpen(!open)}>
              {open ? t('needs:card.hide') : t('needs:card.show')}
            </Button>
          ) : null}
        </Row>
      }
    >
      {open && round.skipped === undefined ? <RoundBody round={round} writes={writes} /> : <Summary round={round} />}
    </Card>
  );
};

const count = (round: Round, answer: DomainAssessment['answer']): number => round.domains.filter((domain) => domain.answer === answer).length;

const Summary = ({ round }: { readonly round: Round }) => {
  const { t } = useTranslation();
  if (round.skipped !== undefined) return <Skipped skipped={round.skipped} />;
  return (
    <p className="v-small v-soft">
      {t('needs:card.needs', { count: count(round, 'NEED') })} · {t('people:needs.counts', { none: count(round, 'NONE'), notAsked: count(round, 'NOT_ASKED'), preferred: count(round, 'REFUSED') })}
    </p>
  );
};

const Skipped = ({ skipped }: { readonly skipped: NonNullable<Round['skipped']> }) => {
  const { t } = useTranslation();
  return (
    <p>
      {t('needs:card.skipped', { reason: t(`enums:roundSkipReason.${skipped.reason}`) })}
      {skipped.words === undefined ? '' : `. ${skipped.words}`}
    </p>
  );
};

const RoundBody = ({ round, writes }: { readonly round: Round; readonly writes: boolean }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const [righting, setRighting] = useFormOpen('needs.correct', round.id);
  const { status } = useSession();
  const needs = round.domains.filter((domain) => domain.answer === 'NEED').toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0));
  const others = (['NONE', 'REFUSED', 'NOT_ASKED'] as const).flatMap((answer) => {
    const domains = round.domains.filter((domain) => domain.answer === answer);
    return domains.length === 0 ? [] : [[t(`enums:needAnswer.${answer}`), domains] as const];
  });
  const asker = round.asker ?? userName(status, round.conductedBy) ?? t('enums:needSide.PRISON');
  const typist = userName(status, round.keyedBy ?? round.createdBy) ?? '';
  // typed in by another, or on another day: two things, and both are said
  const typed = round.keyedOn !== undefined && (round.asker !== undefined || round.keyedBy !== round.conductedBy || round.keyedOn !== round.conductedOn);
  const who = typed ? t('needs:card.typed', { asker, askedOn: date(round.conductedOn), typist, typedOn: date(round.keyedOn ?? round.conductedOn) }) : asker;
  return (
    <Stack gap={3}>
      {needsForms.of(round.formVersion) === undefined ? <p className="v-small v-soft">{t('needs:card.otherWords')}</p> : null}
      {needs.length === 0 ? null : (
        <ul className="v-lines">
          {needs.map((domain) => (
            <li key={domain.domain}>
              <span className="v-strong">{t(`enums:needDomain.${domain.domain}`)}</span>
              {domain.level === undefined ? null : <Tag tone={tones[domain.level] ?? 'plain'}>{t(`enums:needLevel.${domain.level}`)}</Tag>}
              <ItemsLine domain={domain} version={round.formVersion} />
              <Words round={round} domain={domain} writes={writes} />
            </li>
          ))}
        </ul>
      )}
      <Facts
        entries={[
          ...others.map(([name, domains]) => [name, <Others key={name} round={round} domains={domains} writes={writes} />] as const),
          [t('needs:start.sources'), round.sources.map((source) => t(`enums:source.${source}`)).join(' · ')],
          ...(round.limitations === undefined ? [] : [[t('needs:start.limits'), round.limitations] as const]),
          ...(round.helps === undefined ? [] : [[t('needs:card.helps'), round.helps] as const]),
          [t('needs:card.by'), round.fromPaper === undefined ? who : `${who} · ${t('documents:scan.from', { date: date(round.conductedOn) })}`],
        ]}
      />
      {writes && round.closedOn !== undefined ? (
        <Row>
          <Button onPress={() => setRighting(true)}>{t('needs:correct.open')}</Button>
        </Row>
      ) : null}
      {righting && writes && round.closedOn !== undefined ? <CorrectAnswer round={round} onClose={() => setRighting(false)} /> : null}
    </Stack>
  );
};

interface InRound {
  readonly round: Round;
  readonly writes: boolean;
}

/** What was asked one by one and is a need. */
const ItemsLine = ({ domain, version }: { readonly domain: DomainAssessment; readonly version: string }) => {
  const { t } = useTranslation();
  const words = useFormWords();
  const needs = domain.items?.filter(({ answer }) => answer === 'NEED').toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0)) ?? [];
  if (needs.length === 0) return null;
  return (
    <ul className="v-whole v-points">
      {needs.map((item) => (
        <li key={item.code}>
          {item.detail ?? words.need(item.code, version)}
          {item.level === undefined ? null : ` · ${t(`enums:needLevel.${item.level}`)}`}
          {item.urgency === undefined ? null : ` · ${t(`enums:needUrgency.${item.urgency}`)}`}
        </li>
      ))}
    </ul>
  );
};

const Words = ({ round, domain, writes }: InRound & { readonly domain: DomainAssessment }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const answerWords = useAnswerWords();
  if (domain.statements.length === 0 && domain.strengths === undefined && domain.own === undefined && domain.corrections === undefined) return null;
  return (
    <div className="v-whole">
      <Statements statements={domain.statements} round={round} {...(writes ? { dispute: round } : {})} />
      {domain.own === undefined ? null : <p className="v-soft">{t('needs:card.own', { now: domain.own.now ?? t('needs:card.notSaid'), matters: domain.own.matters ?? t('needs:card.notSaid') })}</p>}
      {domain.strengths === undefined ? null : <p className="v-soft">{t('needs:card.strengths', { text: domain.strengths })} ({t(`enums:basis.${domain.strengthsBasis ?? 'PERSON_SAYS'}`)})</p>}
      {domain.corrections?.map((entry) => (
        <p key={entry.statementId} className="v-small v-soft">
          {t('needs:correct.was', { date: date(entry.on), was: answerWords(entry.was), reason: entry.reason })}
        </p>
      ))}
    </div>
  );
};

const Others = ({ domains, ...card }: InRound & { readonly domains: readonly DomainAssessment[] }) => {
  const { t } = useTranslation();
  const told = domains.filter((domain) => domain.statements.length > 0 || domain.strengths !== undefined || domain.own !== undefined || domain.corrections !== undefined);
  return (
    <>
      {domains.map((domain) => t(`enums:needDomain.${domain.domain}`)).join(' · ')}
      {told.map((domain) => (
        <div key={domain.domain}>
          <span className="v-strong">{t(`enums:needDomain.${domain.domain}`)}</span>
          <Words {...card} domain={domain} />
        </div>
      ))}
    </>
  );
};
