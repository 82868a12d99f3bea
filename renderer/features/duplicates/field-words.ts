import { useTranslation } from 'react-i18next';
import type { MergeField } from '../../../shared/domain/merge.ts';
import type { Person, ReleaseDateKind } from '../../../shared/domain/people.ts';
import { currentDates } from '../../../shared/domain/release-dates.ts';
import { userName, useSession } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';

export interface FieldWords {
  /** what a record says there */
  readonly field: (person: Person, field: MergeField) => string;
  readonly date: (person: Person, kind: ReleaseDateKind) => string;
}

/** What a record says, in the words of the screen; empty where it says nothing. */
export const useFieldWords = (): FieldWords => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const day = (value: string | undefined): string => (value === undefined ? '' : date(value));
  const colleague = (id: string | undefined): string => (id === undefined ? '' : (userName(status, id) ?? t('office:audit.formerUser')));
  const named = (group: string, value: string | undefined): string => (value === undefined ? '' : t(`enums:${group}.${value}`));
  return {
    field: (person, field) => {
      switch (field) {
        case 'birthDate':
        case 'permitUntil':
        case 'admissionDate':
          return day(person[field]);
        case 'caseManagerId':
        case 'deputyId':
          return colleague(person[field]);
        case 'copyLanguage':
          return named('language', person.copyLanguage);
        case 'readingSupport':
        case 'afterRelease':
        case 'legalPosition':
          return named(field, person[field]);
        case 'languages':
          return person.languages?.map(({ language }) => language).join(', ') ?? '';
        case 'citizenships':
          return person.citizenships?.join(', ') ?? '';
        case 'custody':
          return person.custody === undefined ? '' : `${named('custodyStatus', person.custody.status)}, ${date(person.custody.since)}`;
        case 'endless':
          return person.endless === true ? t('people:details.endlessYes') : t('people:details.endlessNo');
        default:
          return person[field] ?? '';
      }
    },
    date: (person, kind) => {
      const found = currentDates(person).find((entry) => entry.kind === kind);
      return found === undefined ? '' : [date(found.date), t(`enums:certainty.${found.certainty}`), found.source].join(' · ');
    },
  };
};
