import { useTranslation } from 'react-i18next';
import type { CandidateView } from '../../../shared/contract/arrivals.ts';
import { useDateText } from '../../app/words.ts';
import { RadioGroup } from '../../design/choice.tsx';
import { NOBODY_HERE } from './arrival-rules.ts';

interface WhoseProps {
  readonly candidates: readonly CandidateView[];
  /** how many more there are whom this user does not see */
  readonly elsewhere: number;
  readonly value: string | null;
  readonly onChange: (as: string) => void;
}

/** Whose case it is: somebody here who looks alike, or nobody. A human says so, whatever looks alike. */
export const Whose = ({ candidates, elsewhere, value, onChange }: WhoseProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const own = candidates.some(({ why }) => why === 'ID');
  const why = ({ why: reason, likeness }: CandidateView): string => (reason === 'NAME' ? t(`arrivals:whose.likeness.${likeness}`) : t(`arrivals:whose.why.${reason}`));
  return (
    <>
      <RadioGroup
        label={t('arrivals:whose.title')}
        hint={candidates.length === 0 ? t('handover:arrivals.matchNew') : t('arrivals:whose.hint')}
        value={value}
        onChange={onChange}
        options={[
          ...candidates.map((candidate) => ({
            id: candidate.personId,
            label: `${candidate.name} · ${candidate.code} · ${date(candidate.birthDate)}`,
            hint: `${why(candidate)} · ${candidate.differences.length === 0 ? t('arrivals:whose.same') : t('arrivals:whose.differs', { count: candidate.differences.length })}`,
          })),
          // the record with the sender's own id is this person: a second one cannot be made
          ...(own ? [] : [{ id: NOBODY_HERE, label: t('arrivals:whose.nobody'), hint: t('arrivals:whose.nobodyHint') }]),
        ]}
      />
      {elsewhere === 0 ? null : <p className="v-small v-soft">{t('arrivals:whose.elsewhere', { count: elsewhere })}</p>}
    </>
  );
};
