import { useTranslation } from 'react-i18next';
import type { CandidateView } from '../../../shared/contract/arrivals.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { RadioGroup } from '../../design/choice.tsx';
import { Pair, Row, Stack } from '../../design/layout.tsx';

type Difference = CandidateView['differences'][number];

const days: ReadonlySet<string> = new Set(['birthDate', 'admissionDate', 'permitUntil']);

/** Fields whose value is a code, and the catalogue of its words. */
const codes: ReadonlyMap<string, string> = new Map([['copyLanguage', 'language'], ['readingSupport', 'readingSupport'], ['legalPosition', 'legalPosition'], ['afterRelease', 'afterRelease']]);

/** What a field is called, and what it says, in the words of the screen. */
const useDifferenceWords = () => {
  const { t } = useTranslation();
  const date = useDateText();
  const kindOf = (field: string): string | undefined => (field.startsWith('dates.') ? field.slice('dates.'.length) : undefined);
  return {
    name: ({ field }: Difference): string => {
      const kind = kindOf(field);
      const name = kind === undefined ? t(`handover:arrivals.field.${field}`) : t(`enums:releaseDateKind.${kind}`);
      return name.charAt(0).toLocaleUpperCase() + name.slice(1);
    },
    value: ({ field }: Difference, text: string | undefined): string => {
      if (text === undefined || text === '') return t('arrivals:differ.nothing');
      if (kindOf(field) !== undefined || days.has(field)) return text.split(', ').map((day) => date(day)).join(', ');
      const catalogue = codes.get(field);
      if (catalogue !== undefined) return t(`enums:${catalogue}.${text}`);
      if (field === 'custody') {
        const [status = '', since = ''] = text.split(' ');
        return `${t(`enums:custodyStatus.${status}`)}, ${date(since)}`;
      }
      if (field === 'endless') return t(text === 'true' ? 'people:details.endlessYes' : 'people:details.endlessNo');
      return text;
    },
  };
};

interface DifferencesProps {
  readonly differences: readonly Difference[];
  /** fields that stay as they are here */
  readonly kept: ReadonlySet<string>;
  readonly onKeep: (kept: ReadonlySet<string>) => void;
}

/** What is known here and what the envelope says, beside each other: decided one by one, or all at once. */
export const Differences = ({ differences, kept, onKeep }: DifferencesProps) => {
  const { t } = useTranslation();
  const words = useDifferenceWords();
  return (
    <section aria-labelledby="arrival-differ">
      <Stack gap={2}>
        <h3 id="arrival-differ">{t('arrivals:differ.title', { count: differences.length })}</h3>
        <p className="v-small v-soft">{t('arrivals:differ.text')}</p>
        <Row>
          <Button variant="plain" onPress={() => onKeep(new Set())}>
            {t('arrivals:differ.takeAll')}
          </Button>
          <Button variant="plain" onPress={() => onKeep(new Set(differences.map(({ field }) => field)))}>
            {t('arrivals:differ.keepAll')}
          </Button>
        </Row>
        <Pair>
          {differences.map((difference) => (
            <RadioGroup
              key={difference.field}
              label={words.name(difference)}
              value={kept.has(difference.field) ? 'here' : 'there'}
              onChange={(side) => onKeep(new Set(side === 'here' ? [...kept, difference.field] : [...kept].filter((field) => field !== difference.field)))}
              options={[
                { id: 'there', label: words.value(difference, difference.there), hint: t('arrivals:differ.there') },
                { id: 'here', label: words.value(difference, difference.here), hint: t('arrivals:differ.here') },
              ]}
            />
          ))}
        </Pair>
      </Stack>
    </section>
  );
};
