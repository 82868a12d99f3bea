import { useTranslation } from 'react-i18next';
import type { BanQuestionView, RoadView } from '../../../shared/contract/release.ts';
import type { Person } from '../../../shared/domain/people.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession, userName } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import type { Live } from '../../app/use-live.ts';
import { useDateText } from '../../app/words.ts';
import { Checkbox } from '../../design/choice.tsx';
import { Stack } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { LiveCard } from '../person/live-card.tsx';

interface ComparedCardProps {
  readonly person: Pick<Person, 'id' | 'contactBans'>;
  readonly live: Live<RoadView>;
}

/** Where there is a prohibition of contact: what somebody compares with its act, line by line. Nothing here is computed. */
export const ComparedCard = ({ person, live }: ComparedCardProps) => {
  const { t } = useTranslation();
  const ticks = useMay()('case.write');
  const { status } = useSession();
  const held = (person.contactBans ?? []).some(({ until }) => until === undefined || until >= status.today);
  if (!held) return null;
  return (
    <LiveCard title={t('release:bans.title')} live={live} nothing={({ bans }) => (bans.length === 0 ? t('release:bans.nothing') : undefined)}>
      {({ bans }) => (
        <Stack gap={3}>
          <p className="v-small">{t('release:bans.text')}</p>
          <ul className="v-lines">
            {bans.map((asked) => (
              <Question key={`${asked.subject} ${asked.stepId ?? ''} ${asked.of}`} personId={person.id} asked={asked} ticks={ticks} />
            ))}
          </ul>
        </Stack>
      )}
    </LiveCard>
  );
};

/** One line. Each saves by itself: somebody who ticks quickly ticks them all. */
const Question = ({ personId, asked, ticks }: { readonly personId: string; readonly asked: BanQuestionView; readonly ticks: boolean }) => {
  const { t } = useTranslation();
  const client = useClient();
  const saving = useAction();
  const { status } = useSession();
  const date = useDateText();
  const { checked, subject, stepId, of, lang } = asked;
  const tick = (ticked: boolean): void => void saving.run(() => client.release.tickBan({ personId, subject, of, ticked, ...(stepId === undefined ? {} : { stepId }) }));
  return (
    <li>
      <span>
        <span className="v-soft">{t(`enums:banSubject.${subject}`)}:</span> <span {...(lang === undefined ? {} : { lang })}>{of}</span>
        {ticks ? (
          <Checkbox aria-label={t('release:bans.tickName', { what: of })} isSelected={checked !== undefined} onChange={tick}>
            {t('release:bans.tick')}
          </Checkbox>
        ) : null}
        <ProblemNotice problem={saving.problem} />
      </span>
      {checked === undefined ? <Tag tone="warn">{t('release:bans.open')}</Tag> : <span className="v-small v-soft">{[date(checked.on), userName(status, checked.by)].filter((part) => part !== undefined).join(', ')}</span>}
    </li>
  );
};
