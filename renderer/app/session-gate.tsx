import { useCallback, useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { SessionStatus } from '../../shared/contract/session.ts';
import { Notice } from '../design/notice.tsx';
import { Progress } from '../design/progress.tsx';
import { FirstRun } from '../features/first-run/first-run.tsx';
import { PasswordFirst } from '../features/account/password-first.tsx';
import { Unlock } from '../features/unlock/unlock.tsx';
import { bridge } from './bridge.ts';
import type { Client } from './connection.ts';
import { Door } from './door.tsx';
import { hideAll } from './hide-all.ts';
import { useLine, useMaybeClient } from './line-context.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { toProblem, type Problem } from './problem.ts';
import { SessionContext, useSession, type Session } from './session-context.tsx';
import { Shell } from './shell/shell.tsx';
import { useCoreEvents } from './use-core-events.ts';

interface Known {
  readonly status?: SessionStatus;
  readonly problem?: Problem;
  /** the client that answered */
  readonly of: Client | undefined;
}

const askStatus = async (client: Client): Promise<Known> => {
  try {
    return { status: await client.session.status(), of: client };
  } catch (error) {
    return { problem: toProblem(error), of: client };
  }
};

/** Shows the first run, the unlock screen or the shell, as the core says. Whenever a line is lost everything shown goes at once. */
export const SessionGate = () => {
  const line = useLine();
  const client = useMaybeClient();
  const [hidden, setHidden] = useState(false);
  const hide = useCallback(() => hideAll(() => flushSync(() => setHidden(true))), []);
  const { state: coreState, locked } = useCoreEvents(line, hide);
  const [known, setKnown] = useState<Known>({ of: undefined });

  const refresh = useCallback(async () => {
    if (client !== undefined) setKnown(await askStatus(client));
  }, [client]);
  useEffect(() => {
    if (client === undefined) return undefined;
    let gone = false;
    void askStatus(client).then((answer) => {
      if (!gone) setKnown(answer);
    });
    return () => {
      gone = true;
    };
  }, [client]);

  const session = useMemo<Session | undefined>(() => {
    if (client === undefined || known.status === undefined || known.of !== client) return undefined;
    return {
      status: known.status,
      accept: (status) => setKnown({ status, of: client }),
      refresh,
      lock: () =>
        void hide().then(() => {
          line.drop();
          return bridge().lock();
        }),
    };
  }, [client, known, refresh, line, hide]);

  if (coreState === 'dead') return <CoreDead />;
  if (hidden) return <Hidden />;
  if (session === undefined) return <Waiting problem={client === undefined || known.of !== client ? undefined : known.problem} />;
  return (
    <SessionContext value={session}>
      <Inside key={session.status.state} why={coreState === 'restarted' ? 'restarted' : locked} />
    </SessionContext>
  );
};

type Why = 'person' | 'idle' | 'suspend' | 'screen-lock' | 'restarted' | undefined;

const Inside = ({ why }: { readonly why: Why }) => {
  const { state, user } = useSession().status;
  if (state === 'none') return <FirstRun />;
  if (state === 'locked') return <Unlock why={why} />;
  if (user?.passwordGiven === true) return <PasswordFirst />;
  return <Shell />;
};

const Waiting = ({ problem }: { readonly problem: Problem | undefined }) => {
  const { t } = useTranslation();
  return (
    <Door title={t('common:starting.title')}>
      {problem === undefined ? <Progress label={t('common:starting.what')} /> : <ProblemNotice problem={problem} />}
    </Door>
  );
};

/** Between the last key and the lock: nothing of what was open is left, and what was typed is being saved. */
const Hidden = () => {
  const { t } = useTranslation();
  return (
    <Door title={t('common:drafts.hiding')}>
      <Progress label={t('common:drafts.hidingWhat')} />
    </Door>
  );
};

const CoreDead = () => {
  const { t } = useTranslation();
  return (
    <Door title={t('common:coreDead.title')}>
      <Notice tone="danger" title={t('common:coreDead.what')}>
        <p>{t('common:coreDead.do')}</p>
      </Notice>
    </Door>
  );
};
