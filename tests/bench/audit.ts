/** `bench audit`: how long the trail takes to answer when it has grown for years. `--docs` counts its entries. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countEntries, readEntries, verifyTrail } from '../../electron/core/services/audit/trail.ts';
import { workIn } from '../../electron/core/services/work.ts';
import type { NewUser } from '../../electron/core/vault/types.ts';
import { vaultOptions } from '../../electron/core/vault/test-vault.ts';
import { createVault } from '../../electron/core/vault/vault.ts';
import { personId, personsOf } from './documents.ts';
import { each, p50, rounded, timed } from './measure.ts';

const TODAY = '2026-11-22';
const TIMES = 15;
/** One hand-over among so many other acts. */
const RARE = 2_000;
const user: NewUser = { id: '0192a000-0000-7000-8000-000000000001', name: 'Ioana Ștefan', roles: ['COORDINATOR'], password: 'pădurea de fagi 7' };

export interface AuditBench {
  readonly area: 'audit';
  readonly entries: number;
  /** medians in milliseconds: the newest page; the first answer to what is rare, and to what never was */
  readonly newestMs: number;
  readonly rareMs: number;
  readonly neverMs: number;
  /** the whole trail once, in milliseconds: counted with a filter, and followed link by link */
  readonly countMs: number;
  readonly verifyMs: number;
}

/** Milliseconds until the last answer of a view. */
const whole = async (view: AsyncGenerator<unknown>): Promise<number> => {
  const { ms } = await timed(async () => {
    while ((await view.next()).done !== true);
  });
  return ms;
};

export const benchAudit = async (entries: number, say: (line: string) => void): Promise<AuditBench> => {
  const dir = await mkdtemp(join(tmpdir(), 'varco-bench-'));
  try {
    const { vault } = await createVault({ ...vaultOptions(join(dir, 'vault')), users: [user] });
    say(`audit: writing ${entries} entries`);
    const people = personsOf(entries);
    for (let at = 0; at < entries; at += 1) {
      const about = { personId: personId(at % people) };
      await vault.commit([], at % RARE === 0 ? { action: 'handover.seal', ...about } : { action: 'people.view', ...about, details: { parts: 'plan' } });
    }
    say('audit: looking');
    const work = workIn(vault, () => Date.parse(`${TODAY}T10:00:00Z`));
    const first = async (filter: Parameters<typeof readEntries>[1]['filter']): Promise<number> => rounded(p50(await each(TIMES, () => readEntries(work, { filter, limit: 50 }))));
    const result: AuditBench = {
      area: 'audit',
      entries: vault.audit.newest(),
      newestMs: await first(undefined),
      rareMs: await first({ kind: 'EXPORT' }),
      neverMs: await first({ kind: 'DISCLOSURE' }),
      countMs: rounded(await whole(countEntries(work, { kind: 'EXPORT' }))),
      verifyMs: rounded(await whole(verifyTrail(work))),
    };
    await vault.close();
    return result;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};

export const auditText = ({ entries, newestMs, rareMs, neverMs, countMs, verifyMs }: AuditBench): string =>
  [
    `${entries} entries: the newest page ${newestMs} ms · first answer to what is rare ${rareMs} ms, to what never was ${neverMs} ms`,
    `the whole trail once: counted ${countMs} ms · followed link by link ${verifyMs} ms`,
  ].join('\n');
