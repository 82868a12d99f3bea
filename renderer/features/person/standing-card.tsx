import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../shared/contract/people.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { TurnKind } from '../../../shared/domain/person-turns.ts';
import { nextTurns } from '../../../shared/domain/turn-rules.ts';
import { useAskable } from '../../app/drafts/use-form-open.ts';
import { useHolds } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Card, Row, Stack } from '../../design/layout.tsx';
import { RecordTurn } from './record-turn.tsx';

/** What changed where the person stands, newest first, and what may be recorded next: release, death, escape, a new round. */
export const StandingCard = ({ view, today }: { readonly view: PersonView; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  // a copy is opened again here
  const may = useHolds();
  const date = useDateText();
  const [kind, setKind] = useAskable(({ open }) => TurnKind.options.find((known) => `people.turn.${known}` === open));
  const { person } = view;
  const turns = (person.turns ?? []).toReversed();
  return (
    <Card title={t('people:turn.title')}>
      <Stack gap={3}>
        <p>{t(`enums:personStatus.${person.status}`)}</p>
        {turns.length === 0 ? null : (
          <ul className="v-lines">
            {turns.map(({ id, kind: past, on, source, releaseType }) => (
              <li key={id}>
                <span>
                  <b>{t(`enums:turnKind.${past}`)}</b>
                  {[...(releaseType === undefined ? [] : [t(`enums:releaseType.${releaseType}`)]), source].map((part) => ` · ${part}`).join('')}
                </span>
                <span className="v-number v-soft">{date(on)}</span>
              </li>
            ))}
          </ul>
        )}
        {may('case.write') ? (
          <Row>
            {nextTurns(person).map((next) => (
              <Button key={next} onPress={() => setKind(next)}>
                {t(`people:turn.open.${next}`)}
              </Button>
            ))}
          </Row>
        ) : null}
      </Stack>
      {kind === undefined ? null : <RecordTurn view={view} kind={kind} today={today} onClose={() => setKind(undefined)} />}
    </Card>
  );
};
