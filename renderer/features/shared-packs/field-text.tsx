import { useTranslation } from 'react-i18next';
import { isCivilDate } from '../../../shared/domain/dates.ts';
import { useDateText } from '../../app/words.ts';
import { codesOf } from './lines.ts';

/** A value of a line in words: codes by their names, days as people write them, anything else as it came. */
export const useFieldText = (): ((field: string, value: string) => string) => {
  const { t, i18n } = useTranslation();
  const date = useDateText();
  return (field, value) => {
    if (field === 'checkedOn' && isCivilDate(value)) return date(value);
    const codes = codesOf(field, value);
    return codes === undefined ? value : codes.map(({ key, code }) => (i18n.exists(key) ? t(key) : code)).join(', ');
  };
};

/** What a line says, or where it differs: old beside new. */
export const LineFields = ({ fields }: { readonly fields: readonly { readonly field: string; readonly here?: string | undefined; readonly there?: string | undefined }[] }) => {
  const { t } = useTranslation();
  const text = useFieldText();
  return (
    <ul className="v-said-fields v-small">
      {fields.map(({ field, here, there }) => (
        <li key={`${field} ${there ?? ''}`}>
          <span className="v-soft">{t(`sharedPacks:field.${field}`)}: </span>
          {here === undefined ? null : there === undefined ? text(field, here) : <s>{text(field, here)}</s>}
          {here !== undefined && there !== undefined ? ' → ' : null}
          {there === undefined ? null : text(field, there)}
        </li>
      ))}
    </ul>
  );
};
