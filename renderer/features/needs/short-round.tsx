import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Round, NeedDomain } from '../../../shared/domain/needs.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useKeptDraft } from '../../app/drafts/use-kept-draft.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Keys } from '../../design/keys.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { choiceOf, meaningOf, type AnswerChoice } from './answers.ts';
import { CloseRound } from './close-round.tsx';
import { RoundRow } from './round-row.tsx';
import { linesWithWords, noLine, TypedLines, withLine } from './typed-lines.ts';
import { useQueue } from './use-queue.ts';

const noLines: TypedLines = {};

/** An open round: twelve domains on one screen, each saved as it is answered. */
export const ShortRound = ({ round, onLeave }: { readonly round: Round; readonly onLeave: () => void }) => {
  const { t } = useTranslation();
  const client = useClient();
  const date = useDateText();
  const { preferences } = usePreferences();
  const queue = useQueue();
  const [given, setGiven] = useState<Partial<Record<NeedDomain, AnswerChoice>>>({});
  const [closing, setClosing] = useFormOpen('needs.close', round.id);
  const lines = useKeptDraft({ form: 'needs.line', personId: round.personId, about: round.id, schema: TypedLines, empty: noLines, worth: linesWithWords });
  const rows = useRef<HTMLUListElement>(null);
  const helpId = useId();

  const choices = round.domains.map((domain) => given[domain.domain] ?? choiceOf(domain));
  const asked = choices.filter((choice) => choice !== undefined && choice !== 'NOT_ASKED').length;
  const focusRow = (at: number) => rows.current?.children.item(at)?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus();
  useEffect(() => {
    rows.current?.closest('.v-card')?.scrollIntoView({ block: 'start' });
    rows.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus({ preventScroll: true });
  }, []);

  const answer = async (domain: NeedDomain, choice: AnswerChoice) => {
    setGiven((old) => ({ ...old, [domain]: choice }));
    const saved = await queue.add(() => client.needs.record({ roundId: round.id, domain, ...meaningOf(choice) }));
    if (!saved) setGiven(({ [domain]: _unsaved, ...rest }) => rest);
  };

  return (
    <Card
      title={`${t(`enums:roundKind.${round.kind}`)}, ${date(round.conductedOn)}`}
      aside={
        <Row end>
          <span className="v-small v-soft" role="status">
            {t('needs:round.progress', { asked, all: choices.length })}
            {queue.waiting > 0 ? ` · ${t('needs:round.saving')}` : queue.saved && queue.problem === undefined ? ` · ${t('common:saved')}` : ''}
          </span>
          <Button onPress={onLeave}>{t('needs:round.later')}</Button>
          <Button variant="go" onPress={() => setClosing(true)}>
            {t('needs:round.close')}
          </Button>
        </Row>
      }
    >
      <Stack gap={2}>
        <DraftLine kept={lines.kept} />
        <ProblemNotice problem={queue.problem} />
        <p id={helpId} className="v-small v-soft">
          {t('needs:round.leaveOut')}
        </p>
        <p className="v-small v-soft v-keys">
          {(['NONE', 'NEED_1', 'NEED_2', 'NEED_3', 'REFUSED'] as const).map((choice, at) => (
            <span key={choice}>
              <Keys>{String(at)}</Keys> {t(`needs:choice.${choice}`)}
            </span>
          ))}
          <span>
            <Keys>{t('needs:round.deleteKey')}</Keys> {t('needs:choice.NOT_ASKED')}
          </span>
          <span>
            <Keys>↑ ↓</Keys> {t('needs:round.keysMove')}
          </span>
          <span>
            <Keys>{t('needs:round.enterKey')}</Keys> {t('needs:round.keysLine')}
          </span>
        </p>
        <ul ref={rows} className="v-domains" aria-label={t('needs:round.domains')}>
          {round.domains.map(({ domain, statements }, at) => (
            <RoundRow
              key={domain}
              domain={domain}
              value={choices[at]}
              statements={statements}
              helpId={helpId}
              typed={lines.value[domain] ?? noLine}
              onTyped={(change) => lines.set((now) => withLine(now, domain, change))}
              onAnswer={(choice) => void answer(domain, choice)}
              onSay={(text, basis) =>
                queue.add(() =>
                  client.needs.record({ roundId: round.id, domain, ...meaningOf(choices[at] ?? 'NOT_ASKED'), statement: { text, basis, lang: preferences.language } }),
                )
              }
              onMove={(by) => focusRow(at + by)}
            />
          ))}
        </ul>
      </Stack>
      {closing ? <CloseRound round={round} onClose={() => setClosing(false)} onClosed={onLeave} /> : null}
    </Card>
  );
};
