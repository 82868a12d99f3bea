import { useTranslation } from 'react-i18next';
import { lineViews, linesFor, type LineView } from '../../../shared/domain/plan-line-rules.ts';
import type { PlanLine } from '../../../shared/domain/plan-lines.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession, userName } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Tag } from '../../design/tag.tsx';
import type { PlanPair } from '../person/plan-view.ts';
import { LineWithout } from './line-without.tsx';

interface PlanLinesProps extends PlanPair {
  /** saves what is being typed, before it is signed */
  readonly before?: () => Promise<boolean>;
}

const beforeApproval = new Set(['DRAFT', 'PROPOSED', 'AGREED', 'NOT_AGREED']);

/** Which profession answers for what, and whether it has signed. */
export const PlanLines = ({ content, progress, before }: PlanLinesProps) => {
  const { t } = useTranslation();
  const client = useClient();
  const writes = useMay()('plan.write');
  const { status } = useSession();
  const acting = useAction();
  const [asked, setAsked] = useFormOpen('plan.lineWithout', content.id);
  const open = beforeApproval.has(progress.status);
  const own = linesFor(status.user?.roles ?? []);
  const says = status.user?.roles.includes('COORDINATOR') === true || status.user?.id === progress.author;
  const views = lineViews(content, progress);
  const sign = async (line: PlanLine) => {
    if ((await before?.()) === false) return;
    await acting.run(() => client.plans.signLine({ contentId: content.id, line }));
  };
  // a plan from elsewhere, or from before there were lines, says nothing of them
  if (!open && progress.lines === undefined) return null;
  return (
    <>
      <ProblemNotice problem={acting.problem} />
      <ul className="v-lines" aria-label={t('plan:lines.title')}>
        {views.map((view) =>
          !open && view.state === 'EMPTY' ? null : (
            <li key={view.line}>
              <span>
                {t(`enums:planLine.${view.line}`)} {view.goals === 0 ? null : <span className="v-soft">· {t('plan:lines.goals', { count: view.goals })}</span>}
                <LineSaid view={view} />
              </span>
              <span className="v-row" data-end="">
                <Tag tone={view.state === 'SIGNED' ? 'done' : view.state === 'UNSIGNED' && open ? 'warn' : 'plain'}>{t(`plan:lines.state.${view.state}`)}</Tag>
                {open && writes && view.goals > 0 && view.state !== 'SIGNED' && own.includes(view.line) ? (
                  <Button isPending={acting.pending} aria-label={t('plan:lines.signName', { line: t(`enums:planLine.${view.line}`) })} onPress={() => void sign(view.line)}>
                    {t('plan:lines.sign')}
                  </Button>
                ) : null}
                {open && writes && says && view.state === 'NOT_AVAILABLE' ? (
                  <Button variant="link" onPress={() => void acting.run(() => client.plans.lineUnavailable({ contentId: content.id, line: view.line }))}>
                    {t('plan:lines.takeBack')}
                  </Button>
                ) : null}
              </span>
            </li>
          ),
        )}
      </ul>
      {open && writes && says ? (
        <Button variant="link" onPress={() => setAsked(true)}>
          {t('plan:lines.without')}
        </Button>
      ) : null}
      {asked && open && writes && says ? (
        <LineWithout personId={content.personId} contentId={content.id} lines={views.filter(({ state }) => state === 'EMPTY' || state === 'UNSIGNED').map(({ line }) => line)} onClose={() => setAsked(false)} />
      ) : null}
    </>
  );
};

const LineSaid = ({ view: { signed, notAvailable, author } }: { readonly view: LineView }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const date = useDateText();
  const nameOf = (id: string): string => userName(status, id) ?? t('plan:facts.somebody');
  const said =
    signed !== undefined
      ? t('plan:lines.signedBy', { name: nameOf(signed.by), date: date(signed.on) })
      : notAvailable !== undefined
        ? [t(`enums:lineAbsence.${notAvailable.reason}`), ...(notAvailable.note === undefined ? [] : [notAvailable.note])].join(' · ')
        : author === undefined
          ? undefined
          : t('plan:lines.writtenBy', { name: nameOf(author) });
  return said === undefined ? null : <span className="v-soft"> · {said}</span>;
};
