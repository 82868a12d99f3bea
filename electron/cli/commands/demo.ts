import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellStory, type StoryAccount } from '../../core/demo/whole-story.ts';
import { startOffice } from '../../core/demo/office-client.ts';
import { serveOffice } from '../../core/demo/office-server.ts';
import { required, type Command } from '../command.ts';
import { UsageError } from '../exit.ts';

/**
 * `varco demo --out DIR [--vaults DIR]`: the whole story on the sample registers, two vaults in two processes, headless.
 * The vaults go at the end, or stay as `prison` and `office` in the folder named, to be looked at with `--vault`.
 */
export const demo: Command = {
  words: ['demo'],
  options: { out: { type: 'string' }, vaults: { type: 'string' } },
  positionals: 0,
  run: async ({ values, texts, say, version }) => {
    const out = required(values, 'out');
    await mkdir(out, { recursive: true });
    const folder = await mkdtemp(join(tmpdir(), 'varco-demo-'));
    const kept = typeof values['vaults'] === 'string' ? values['vaults'] : undefined;
    const vaults = kept ?? folder;
    await mkdir(vaults, { recursive: true });
    const office = startOffice(join(vaults, 'office'));
    try {
      const account = await tellStory({
        out,
        version,
        vaultDir: join(vaults, 'prison'),
        folder,
        office,
        step: (name) => process.stderr.write(`${texts.t(`cli:demo.step.${name}`)} …\n`),
      });
      await writeFile(join(out, 'summary.json'), `${JSON.stringify(account, null, 2)}\n`);
      for (const line of readable(account, (key, params) => texts.t(`cli:demo.account.${key}`, params ?? {}))) say(line);
      return { result: { ...account } };
    } finally {
      await office.end();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const readable = (account: StoryAccount, t: (key: string, params?: Record<string, string | number>) => string): string[] => [
  '',
  ...account.registers.map((register) =>
    t('register', { file: register.file, rows: register.rows, imported: register.imported, changed: register.changed, refused: register.refused.length }),
  ),
  t('course', { enrolled: account.course.enrolled, marks: account.course.marks, refused: account.course.refused.length }),
  t('plan', { hash: account.plan.contentHash.slice(0, 16) }),
  t('handover', { file: account.handover.fileName, checks: account.arrival.checks.filter((check) => check.state === 'passed').length }),
  t('receipt', { decision: account.receipt.status }),
  t('pdfs', { count: account.pdfs.length }),
  t('audit', { prison: account.audit.prison.entries, office: account.audit.office.entries }),
  t('done', { seconds: Math.round(account.timings.totalMs / 100) / 10 }),
];

/** The probation office of a demonstration: a process of its own, spoken to over its channel. */
export const demoOffice: Command = {
  words: ['demo-office'],
  options: { vault: { type: 'string' } },
  positionals: 0,
  run: async ({ values, version }) => {
    if (process.send === undefined) throw new UsageError('demo-office');
    await serveOffice(required(values, 'vault'), version);
    return { result: {} };
  },
};
