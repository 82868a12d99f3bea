import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { DecisionCommand } from '../../../shared/domain/decision.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { nextDecisionSteps } from '../../../shared/domain/person-rules.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { useMay } from '../../app/session-context.tsx';
import { useJurisdiction } from '../../app/use-jurisdiction.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { RecordDecision } from './record-decision.tsx';

/** The way of the release decision through commission and court. The court decides, and the screen says how far it is. */
export const DecisionCard = ({ person, today }: { readonly person: Person; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const may = useMay();
  const date = useDateText();
  const rules = useJurisdiction();
  const [command, setCommand] = useAskable(({ open: form }) => DecisionCommand.options.find((known) => `people.decide.${known}` === form));
  const open = person.decisions.at(-1);
  return (
    <Card title={t('people:decision.title')} aside={open === undefined ? null : <Tag tone="accent">{t(`enums:decisionState.${open.state}`)}</Tag>}>
      <Stack gap={3}>
        {open === undefined || open.history.length === 0 ? <p className="v-soft">{t('people:decision.none')}</p> : null}
        {open === undefined ? null : (
          <ul className="v-lines">
            {open.history.toReversed().map((step) => (
              <li key={`${step.on}-${step.state}`}>
                <span>
                  {t(`enums:decisionState.${step.state}`)} · {step.source}
                  {step.newTerm === undefined ? null : ` · ${t('people:decision.newTermIs', { date: date(step.newTerm) })}`}
                </span>
                <span className="v-number v-soft">{date(step.on)}</span>
              </li>
            ))}
          </ul>
        )}
        {may('case.write') && rules !== undefined ? (
          <Row>
            {nextDecisionSteps(person.decisions, rules.release).map((next) => (
              <Button key={next} onPress={() => setCommand(next)}>
                {t(`enums:decisionCommand.${next}`)}
              </Button>
            ))}
          </Row>
        ) : null}
      </Stack>
      {command === undefined ? null : <RecordDecision personId={person.id} command={command} today={today} onClose={() => setCommand(undefined)} />}
    </Card>
  );
};
