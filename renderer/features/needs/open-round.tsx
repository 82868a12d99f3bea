import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NeedDomain, type Round } from '../../../shared/domain/needs.ts';
import { lastAsked } from '../../../shared/domain/round-rules.ts';
import { DraftLine } from '../../app/drafts/draft-line.tsx';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { RoundPaper } from '../scans/round-paper.tsx';
import { CloseRound } from './close-round.tsx';
import { LongStep } from './long-step.tsx';
import { ShortRound } from './short-round.tsx';
import { useRound } from './use-round.ts';

interface OpenRoundProps {
  readonly round: Round;
  /** all rounds of the person: what was answered last time stands in them */
  readonly rounds: readonly Round[];
  readonly onLeave: () => void;
}

/** An open round: short, on one screen, or a domain at a time where somebody wants to ask more. One goes over into the other. */
export const OpenRound = ({ round, rounds, onLeave }: OpenRoundProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const desk = useRound(round);
  const { queue } = desk;
  const [closing, setClosing] = useFormOpen('needs.close', round.id);
  const [step, setStep] = useState<NeedDomain | undefined>(undefined);
  const [from, setFrom] = useState<NeedDomain | undefined>(undefined);
  const earlierOf = (domain: NeedDomain) => lastAsked(rounds, round, domain);
  const go = (domain: NeedDomain | undefined) => {
    setFrom(step);
    setStep(domain);
  };
  return (
    <Card
      title={`${t(`enums:roundKind.${round.kind}`)}, ${date(round.conductedOn)}`}
      aside={
        <Row end>
          <span className="v-small v-soft" role="status">
            {t('needs:round.progress', { asked: desk.asked, all: round.domains.length })}
            {queue.waiting > 0 ? ` · ${t('needs:round.saving')}` : queue.saved && queue.problem === undefined ? ` · ${t('common:saved')}` : ''}
          </span>
          {step === undefined ? <Button onPress={() => go(NeedDomain.options[0])}>{t('needs:long.open')}</Button> : null}
          <Button onPress={onLeave}>{t('needs:round.later')}</Button>
          <Button variant="go" onPress={() => void desk.sayAll().then((all) => (all ? setClosing(true) : undefined))}>
            {t('needs:round.close')}
          </Button>
        </Row>
      }
    >
      <Stack gap={2}>
        {round.fromPaper === undefined ? null : <RoundPaper scanId={round.fromPaper} />}
        <DraftLine kept={desk.lines.kept} />
        <ProblemNotice problem={queue.problem} />
        {step === undefined ? <ShortRound round={round} earlierOf={earlierOf} desk={desk} onDeepen={go} from={from} /> : <LongStep key={step} round={round} earlier={earlierOf(step)} domain={step} desk={desk} onStep={go} />}
      </Stack>
      {closing ? <CloseRound round={round} helped={rounds.find(({ helps }) => helps !== undefined)?.helps} onClose={() => setClosing(false)} onClosed={onLeave} /> : null}
    </Card>
  );
};
