import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditVerdictView } from '../../../shared/contract/audit.ts';
import type { Client } from '../../app/connection.ts';
import { useClient } from '../../app/session-context.tsx';
import { useAction, type Action } from '../../app/use-action.ts';
import { Notice } from '../../design/notice.tsx';
import { Progress } from '../../design/progress.tsx';

export interface Checking {
  readonly pending: boolean;
  readonly problem: Action['problem'];
  readonly far: { readonly checked: number; readonly of: number } | undefined;
  readonly verdict: AuditVerdictView | undefined;
  readonly start: () => void;
}

const follow = async (client: Client, signal: AbortSignal, tell: (far: { readonly checked: number; readonly of: number }) => void): Promise<AuditVerdictView | undefined> => {
  for await (const { checked, of, verdict } of await client.audit.verify(undefined, { signal })) {
    if (verdict !== undefined) return verdict;
    tell({ checked, of });
  }
  return undefined;
};

/** Follows the whole chain and tells how far it is. */
export const useChecking = (): Checking => {
  const client = useClient();
  const { run, pending, problem } = useAction();
  const [far, setFar] = useState<Checking['far']>(undefined);
  const [verdict, setVerdict] = useState<AuditVerdictView | undefined>(undefined);
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const start = () => {
    const mine = new AbortController();
    stop.current = mine;
    setVerdict(undefined);
    void run(() => follow(client, mine.signal, setFar)).then((done) => {
      setFar(undefined);
      setVerdict(done?.value);
    });
  };
  return { pending, problem, far, verdict, start };
};

/** What the check found: where, what it means, what to do. */
export const Verdict = ({ far, verdict }: Pick<Checking, 'far' | 'verdict'>) => {
  const { t } = useTranslation();
  if (far !== undefined) return <Progress label={t('office:audit.verifying', far)} {...(far.of === 0 ? {} : { percent: (100 * far.checked) / far.of })} />;
  if (verdict === undefined) return null;
  if (verdict.intact) return <Notice tone="done" title={t('office:audit.intact', { count: verdict.entries })} />;
  const { brokenAt = 0, reason = 'CHANGED' } = verdict;
  return (
    <Notice tone="danger" title={t('office:audit.brokenAt', { at: brokenAt, fault: t(`enums:trailFault.${reason}`) })}>
      <p>{t(`office:audit.means.${reason}`)}</p>
      <p>{t('office:audit.do')}</p>
    </Notice>
  );
};
