import { useTranslation } from 'react-i18next';
import { editedHere, type PackOrigin } from '../../../shared/domain/pack-origin.ts';
import { useDateText } from '../../app/words.ts';

/** Where something came from, and of which day; nothing of what is our own. */
export const Origin = ({ of }: { readonly of: { readonly from?: PackOrigin | undefined; readonly updatedAt: string } }) => {
  const { t } = useTranslation();
  const date = useDateText();
  if (of.from === undefined) return null;
  return <span className="v-small v-soft">{t(editedHere(of) ? 'sharedPacks:originEdited' : 'sharedPacks:origin', { name: of.from.name, date: date(of.from.dataAsOf) })}</span>;
};
