import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Door } from '../../app/door.tsx';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { Progress } from '../../design/progress.tsx';
import { Restore } from '../backup/restore.tsx';
import { workplaceOf, type Draft, type UserDraft } from './draft.ts';
import { KindStep, LanguageStep, PlaceStep, ServiceStep } from './place-steps.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import { UserStep } from './user-step.tsx';

const steps = ['language', 'kind', 'service', 'place', 'first', 'second'] as const;
/** questions, and the recovery code after them */
const STEPS = steps.length + 1;

/** The first run: one question at a time, and only at the end anything is written. */
export const FirstRun = () => {
  const { t } = useTranslation();
  const client = useClient();
  const { refresh } = useSession();
  const making = useAction();
  const checking = useAction();
  const [at, setAt] = useState(0);
  const [restoring, setRestoring] = useState(false);
  const [draft, setDraft] = useState<Draft>({ users: [] });
  const [code, setCode] = useState<string | undefined>(undefined);

  if (restoring) return <Restore onBack={() => setRestoring(false)} />;
  const go = (to: number) => {
    checking.clear();
    setAt(to);
  };
  const back = at === 0 ? undefined : () => go(at - 1);
  const next = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change });
    go(at + 1);
  };
  /** Asked while its owner is still there: the list of common passwords is not in the page. */
  const withUser = async ({ name, password }: UserDraft, done: () => unknown) => {
    const good = await checking.run(() => client.session.checkPassword({ password, names: [draft.service?.serviceName ?? '', name] }));
    if (good !== undefined) await done();
  };
  const create = async (whole: Draft) => {
    setDraft(whole);
    const workplace = workplaceOf(whole);
    if (workplace === undefined) return;
    const made = await making.run(() => client.session.create(workplace));
    if (made === undefined) return;
    setDraft({ users: [] });
    setCode(made.value.recoveryCode);
  };

  const step = t('session:step', { step: code === undefined ? at + 1 : STEPS, of: STEPS });
  if (making.pending) {
    return (
      <Door title={t('session:making.title')} step={step}>
        <Progress label={t('session:making.what')} />
      </Door>
    );
  }
  if (code !== undefined) {
    return (
      <Door title={t('session:recovery.title')} step={step}>
        <RecoveryStep code={code} onDone={() => void refresh()} />
      </Door>
    );
  }
  const name = steps[at] ?? 'language';
  return (
    <Door title={t(`session:${name}.title`)} step={step}>
      <ProblemNotice problem={checking.problem ?? making.problem} />
      {name === 'language' ? <LanguageStep onDone={() => next({})} onRestore={() => setRestoring(true)} /> : null}
      {name === 'kind' ? <KindStep draft={draft} onBack={back} onDone={(kind) => next(kind === draft.kind ? { kind } : { kind, users: [] })} /> : null}
      {name === 'service' ? <ServiceStep draft={draft} onBack={back} onDone={(service) => next({ service })} /> : null}
      {name === 'place' ? <PlaceStep draft={draft} onBack={back} onDone={(place) => next({ place })} /> : null}
      {name === 'first' ? (
        <UserStep key="first" place={0} draft={draft} onBack={back} onDone={(user) => void withUser(user, () => next({ users: [user, ...draft.users.slice(1)] }))} />
      ) : null}
      {name === 'second' ? (
        <UserStep key="second" place={1} draft={draft} onBack={back} onDone={(user) => void withUser(user, () => create({ ...draft, users: [...draft.users.slice(0, 1), user] }))} />
      ) : null}
    </Door>
  );
};
