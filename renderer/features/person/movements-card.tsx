import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../shared/contract/people.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { nextMovements } from '../../../shared/domain/movement-rules.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { useMay } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { FormDate, FormSelect, FormText } from '../../design/form/fields.tsx';
import { Card, Pair } from '../../design/layout.tsx';
import { KeptDialog } from '../../app/drafts/kept-dialog.tsx';
import { moveForm } from './details-form.ts';

/** Where the person was taken and when they came back, newest first. */
export const MovementsCard = ({ view, today }: { readonly view: PersonView; readonly today: CivilDate }) => {
  const { t } = useTranslation();
  const may = useMay();
  const date = useDateText();
  const [adding, setAdding] = useFormOpen('people.move');
  const { person } = view;
  const next = nextMovements(person.status);
  const movements = (person.movements ?? []).toReversed();
  return (
    <Card title={t('people:details.movements')} aside={may('case.write') && next.length > 0 ? <Button onPress={() => setAdding(true)}>{t('people:details.moveAdd')}</Button> : null}>
      {movements.length === 0 ? <p className="v-soft">{t('people:details.movementsNone')}</p> : null}
      <ul className="v-lines">
        {movements.map(({ id, kind, on, place, source, expectedReturn }) => (
          <li key={id}>
            <span>
              <b>{t(`enums:movementKind.${kind}`)}</b>
              {[...(place === undefined ? [] : [place]), source, ...(expectedReturn === undefined ? [] : [t('people:notice.AWAY.expected', { date: date(expectedReturn) })])].map((part) => ` · ${part}`).join('')}
            </span>
            <span className="v-number v-soft">{date(on)}</span>
          </li>
        ))}
      </ul>
      {adding ? <RecordMovement view={view} today={today} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
};

const RecordMovement = ({ view, today, onClose }: { readonly view: PersonView; readonly today: CivilDate; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const schema = useMemo(() => moveForm(today), [today]);
  const { id: personId, status } = view.person;
  return (
    <KeptDialog
      form="people.move"
      title={t('people:details.moveAdd')}
      personId={personId}
      schema={schema}
      defaults={{ on: today, place: '', expectedReturn: '', source: '' }}
      send={(client, { place, expectedReturn, ...move }, doubts) =>
        client.people.move({ personId, ...move, ...doubts, ...(place === '' ? {} : { place }), ...(expectedReturn === '' ? {} : { expectedReturn }) })
      }
      onClose={onClose}
    >
      <Pair>
        <FormSelect
          name="kind"
          label={t('people:details.moveKind')}
          placeholder={t('people:dates.kindChoose')}
          options={nextMovements(status).map((kind) => ({ id: kind, label: t(`enums:movementKind.${kind}`) }))}
        />
        <FormDate name="on" label={t('people:details.moveOn')} />
        <FormText name="place" label={t('people:details.movePlace')} hint={t('people:details.movePlaceHint')} />
        <FormDate name="expectedReturn" label={t('people:details.moveExpected')} hint={t('people:details.moveExpectedHint')} />
      </Pair>
      <FormText name="source" label={t('people:dates.source')} hint={t('people:dates.sourceHint')} />
    </KeptDialog>
  );
};
