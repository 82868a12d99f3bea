import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, ChangedPerson, FieldDifference, GonePerson, RegisterDifferences } from '../../../shared/domain/registers/schemas.ts';
import { doubtKey } from '../../../shared/domain/date-conflicts.ts';
import { isBlocked } from '../../../shared/domain/registers/differences.ts';
import { LegalPosition } from '../../../shared/domain/people.ts';
import { useProblemParts } from '../../app/problem-notice.tsx';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Table } from '../../design/table.tsx';
import { Tag } from '../../design/tag.tsx';

interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string, on: boolean) => void;
}

/** Rows shown at first; a register of thousands is looked at in parts. */
const SHOWN = 100;

/** A table that shows its first rows, and more when asked. */
const Partly = <R,>({ head, rows, renderRow }: { readonly head: readonly string[]; readonly rows: readonly R[]; readonly renderRow: (item: R) => ReactNode }) => {
  const { t } = useTranslation();
  const [shown, setShown] = useState(SHOWN);
  return (
    <>
      <Table heads={head}>
        {rows.slice(0, shown).map((item) => renderRow(item))}
      </Table>
      {rows.length > shown ? (
        <div className="v-card-body">
          <Button onPress={() => setShown(shown + SHOWN)}>{t('office:import.showMore', { count: rows.length - shown })}</Button>
        </div>
      ) : null}
    </>
  );
};

export const NewTable = ({ candidates, alike, chosen, onChoose }: Choosing & { readonly candidates: readonly Candidate[]; readonly alike: RegisterDifferences['alike'] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  return (
    <Partly
      head={[t('office:import.take'), t('people:column.name'), t('people:column.code'), t('people:add.birthDate'), t('people:column.unit')]}
      rows={candidates}
      renderRow={(candidate) => (
        <tr key={candidate.code}>
          <td>
            <Checkbox aria-label={t('office:import.takeOne', { code: candidate.code })} isSelected={chosen.has(candidate.code)} onChange={(on) => onChoose(candidate.code, on)} />
          </td>
          <td>
            <span className="v-strong">{`${candidate.familyName} ${candidate.givenName}`}</span>
            {(alike[candidate.code] ?? []).map((person) => (
              <div key={person.personId} className="v-small">
                <Tag tone="warn">{t('duplicates:alike.row')}</Tag> <a href={`#/people/${person.personId}`}>{person.name}</a> <span className="v-number">{person.code}</span>
              </div>
            ))}
          </td>
          <td className="v-number">{candidate.code}</td>
          <td className="v-number">{date(candidate.birthDate)}</td>
          <td>{candidate.unit ?? ''}</td>
        </tr>
      )}
    />
  );
};

export const ChangedTable = ({ people, chosen, onChoose }: Choosing & { readonly people: readonly ChangedPerson[] }) => {
  const { t } = useTranslation();
  const words = useProblemParts();
  return (
    <Partly
      head={[t('office:import.take'), t('people:column.name'), t('people:column.code'), t('office:import.whatChanged')]}
      rows={people}
      renderRow={(person) => (
        <tr key={person.personId}>
          <td>
            {isBlocked(person) ? null : (
              <Checkbox aria-label={t('office:import.takeOne', { code: person.code })} isSelected={chosen.has(person.personId)} onChange={(on) => onChoose(person.personId, on)} />
            )}
          </td>
          <td className="v-strong">{person.name}</td>
          <td className="v-number">{person.code}</td>
          <td>
            {person.caution === undefined ? null : <Tag tone="warn">{t(`registers:cautions.${person.caution}`)}</Tag>}
            <ul>
              {(person.conflicts ?? []).map(({ refused, ...params }) => (
                <li key={doubtKey(params)}>{words({ kind: 'refused', code: refused ? 'dates.contradict' : 'dates.doubt', params }).what}</li>
              ))}
              {person.fields.map((field) => (
                <li key={field.field}>
                  <Change change={field} />
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    />
  );
};

/** "Secția: S2 → S4". Dates and codes in words. */
const Change = ({ change }: { readonly change: FieldDifference }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const words = (text: string | null): string => {
    if (text === null) return t('registers:values.nothing');
    if (text === 'ENDLESS') return t('registers:values.ENDLESS');
    const legal = LegalPosition.safeParse(text);
    return legal.success ? t(`enums:legalPosition.${legal.data}`) : date(text);
  };
  return (
    <>
      <span className="v-soft">{t(`registers:fields.${change.field}`)}:</span> {words(change.from)} <span aria-hidden="true">→</span>
      <span className="v-hidden">{t('office:import.becomes')}</span> <span className="v-strong">{words(change.to)}</span>
    </>
  );
};

/** People the register no longer names: for a person to decide, one by one, on their own page. */
export const GoneList = ({ people }: { readonly people: readonly GonePerson[] }) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="v-soft">{t('registers:differences.goneHint')}</p>
      <ul className="v-lines">
        {people.map((person) => (
          <li key={person.personId}>
            <span>
              <a href={`#/people/${person.personId}`}>{person.name}</a> <span className="v-soft v-number">{person.code}</span>
            </span>
            <span>
              {t(`enums:personStatus.${person.status}`)} {person.releaseDayPassed ? <Tag tone="accent">{t('registers:differences.releaseDayPassed')}</Tag> : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
