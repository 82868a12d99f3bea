import { fork } from 'node:child_process';
import type { OfficeStep, OfficeSteps, StepAnswer } from './office-protocol.ts';

export interface OfficeProcess {
  /** asks the other process for one step */
  readonly ask: <S extends OfficeStep>(step: S, input: Parameters<OfficeSteps[S]>[0]) => ReturnType<OfficeSteps[S]>;
  /** lets it close its vault and waits for its end */
  readonly end: () => Promise<void>;
}

/** Starts the probation office as a process of its own: this program again, with a vault of its own. */
export const startOffice = (vaultDir: string): OfficeProcess => {
  const child = fork(process.argv[1] ?? '', ['demo-office', '--vault', vaultDir], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const { reject } of waiting.values()) reject(new Error('the office ended before it answered'));
      resolve();
    });
  });
  child.on('message', (message) => {
    const reply = message as StepAnswer;
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) call?.resolve(reply.value);
    else call?.reject(Object.assign(new Error(reply.error.message), reply.error));
  });
  let next = 0;
  const ask = (step: OfficeStep, input: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      next += 1;
      waiting.set(next, { resolve, reject });
      child.send({ id: next, step, input });
    });
  return {
    ask: ask as OfficeProcess['ask'],
    end: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
};
