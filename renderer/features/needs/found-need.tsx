import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { isSettled } from '../../../shared/domain/need-machine.ts';
import type { Need, NeedStatus } from '../../../shared/domain/need.ts';
import type { NeedView } from '../../../shared/contract/needs.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession, userName } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';
import { useFormWords } from './form-words.ts';
import { UpdateNeed } from './update-need.tsx';

/** A choice of the person is never shown as something wrong. */
const tones: Readonly<Record<NeedStatus, Tone>> = { OPEN: 'warn', IN_PROGRESS: 'accent', PARTLY_MET: 'accent', MET: 'done', NOT_MET: 'danger', NO_LONGER: 'plain', DECLINED: 'plain' };

interface FoundNeedProps {
  readonly view: NeedView;
  readonly today: CivilDate;
  readonly writes: boolean;
  /** a goal of the plan in the same domain */
  readonly goal: string | undefined;
}

/** One need: what it is, where it stands, what was recorded last, and its history. */
export const FoundNeed = ({ view: { need, canTakeBack }, today, writes, goal }: FoundNeedProps) => {
  const { t } = useTranslation();
  const date = useDateText();
  const client = useClient();
  const undoing = useAction();
  const words = useFormWords();
  const [open, setOpen] = useState(false);
  const [updating, setUpdating] = useFormOpen('needs.update', need.id);
  const area = t(`enums:needDomain.${need.domain}`);
  const name = need.detail ?? (need.code === undefined ? area : words.need(need.code, need.formVersion));
  const settled = isSettled(need);
  const told = [
    ...(name === area ? [] : [area]),
    ...(settled || need.level === undefined ? [] : [t(`enums:needLevel.${need.level}`)]),
    ...(settled || need.urgency === undefined ? [] : [t(`enums:needUrgency.${need.urgency}`)]),
    t('needs:found.since', { date: date(need.openedOn) }),
    ...(settled ? [] : [goal === undefined ? t('needs:found.notInPlan') : t('needs:found.inPlan', { goal })]),
  ];
  return (
    <li data-need={need.code ?? need.domain}>
      <span className="v-strong">{name}</span>
      <Row end>
        <Tag tone={tones[need.status]}>{t(`enums:needStatus.${need.status}`)}</Tag>
        <Button variant="link" aria-expanded={open} aria-label={open ? t('needs:found.hideHistoryOf', { need: name }) : t('needs:found.historyOf', { need: name })} onPress={() => setOpen(!open)}>
          {open ? t('needs:found.hideHistory') : t('needs:found.history')}
        </Button>
        {writes && canTakeBack ? (
          <Button variant="link" aria-label={t('needs:found.undoOf', { need: name })} isPending={undoing.pending} onPress={() => void undoing.run(() => client.needs.takeUpdateBack({ needId: need.id }))}>
            {t('needs:found.undo')}
          </Button>
        ) : null}
        {writes ? (
          <Button aria-label={t('needs:found.updateOf', { need: name })} onPress={() => setUpdating(true)}>
            {t('needs:found.update')}
          </Button>
        ) : null}
      </Row>
      <div className="v-whole v-soft">{told.join(' · ')}</div>
      <ProblemNotice problem={undoing.problem} />
      {open ? <History need={need} /> : <LastWords need={need} />}
      {updating && writes ? <UpdateNeed need={need} name={name} today={today} onClose={() => setUpdating(false)} /> : null}
    </li>
  );
};

/** The newest entry that says something in words. */
const LastWords = ({ need }: { readonly need: Need }) => {
  const update = need.updates.at(-1);
  if (update?.said === undefined) return null;
  return (
    <div className="v-whole">
      <Said update={update} />
    </div>
  );
};

const Said = ({ update: { said, on } }: { readonly update: Need['updates'][number] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  if (said === undefined) return null;
  return (
    <>
      <span lang={said.lang}>{said.text}</span>{' '}
      <span className="v-soft">
        ({t(`enums:basis.${said.basis}`)}, {date(on)})
      </span>
    </>
  );
};

const History = ({ need }: { readonly need: Need }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const { status } = useSession();
  const act = ({ act: what }: Need['updates'][number]): string => {
    if (what === 'found') return t('needs:found.found');
    return what === 'foundAgain' || what === 'noneNow' || what === 'split' ? t(`enums:needEcho.${what}`) : t(`enums:needCommand.${what}`);
  };
  return (
    <ul className="v-whole v-points">
      {need.updates.toReversed().map((update) => (
        <li key={update.id}>
          <span className="v-strong">{act(update)}</span>{' '}
          <span className="v-soft">{t('needs:found.entryBy', { date: date(update.on), who: update.side === 'PARTNER' ? t('enums:needSide.PARTNER') : (userName(status, update.by) ?? t(`enums:needSide.${update.side}`)) })}</span>
          {update.urgency === undefined ? null : ` · ${t(`enums:needUrgency.${update.urgency}`)}`} <Said update={update} />
        </li>
      ))}
    </ul>
  );
};
