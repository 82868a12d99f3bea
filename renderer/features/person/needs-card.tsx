import { useTranslation } from 'react-i18next';
import type { Round } from '../../../shared/domain/needs.ts';
import { useLive } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Stack } from '../../design/layout.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';
import { LiveCard } from './live-card.tsx';

const tones: Readonly<Record<number, Tone>> = { 1: 'plain', 2: 'warn', 3: 'danger' };

/** The newest round of asking. */
export const newestRound = <R extends Pick<Round, 'conductedOn' | 'createdAt'>>(rounds: readonly R[]): R | undefined =>
  rounds.toSorted((a, b) => (a.conductedOn === b.conductedOn ? (a.createdAt < b.createdAt ? 1 : -1) : a.conductedOn < b.conductedOn ? 1 : -1))[0];

/** Needs as last asked. Asked and none, not asked and preferred not to answer are three different counts. */
export const NeedsCard = ({ personId, onOpen }: { readonly personId: string; readonly onOpen: () => void }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const live = useLive(personId, (client, signal) => client.needs.ofPerson({ personId }, { signal }));
  const round = live.value === undefined ? undefined : newestRound(live.value);
  const count = (answer: 'NONE' | 'NOT_ASKED' | 'REFUSED') => round?.domains.filter((domain) => domain.answer === answer).length ?? 0;
  return (
    <LiveCard
      title={t('people:needs.title')}
      live={live}
      nothing={() => (round === undefined ? t('people:needs.none') : undefined)}
      aside={
        <Button variant="link" aria-label={t('needs:openTab')} onPress={onOpen}>
          {t('needs:open')}
        </Button>
      }
    >
      {() =>
        round === undefined ? null : (
          <Stack gap={2}>
            <ul className="v-lines">
              {round.domains
                .filter((domain) => domain.answer === 'NEED')
                .toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0))
                .map((domain) => (
                  <li key={domain.domain}>
                    {t(`enums:needDomain.${domain.domain}`)}
                    {domain.level === undefined ? null : <Tag tone={tones[domain.level] ?? 'plain'}>{t(`enums:needLevel.${domain.level}`)}</Tag>}
                  </li>
                ))}
            </ul>
            <p className="v-small v-soft">
              {t('people:needs.counts', { none: count('NONE'), notAsked: count('NOT_ASKED'), preferred: count('REFUSED') })}
              <br />
              {t(`enums:roundKind.${round.kind}`)}, {date(round.conductedOn)}
            </p>
          </Stack>
        )
      }
    </LiveCard>
  );
};
