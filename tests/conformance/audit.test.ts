import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD, demoWorkplace } from '../../electron/core/demo/client.ts';
import { createPrison } from '../../electron/core/demo/story.ts';
import { names } from '../../electron/core/demo/story-texts.ts';
import { openEngine, type Engine } from '../../electron/core/vault/storage/engine.ts';
import { folderOfItsOwn, lastLine, run, type Ran } from './tools.ts';

const varco = join(import.meta.dirname, '../../out/core/varco.js');
const folder = folderOfItsOwn();
const at = (...parts: string[]): string => join(folder, ...parts);
const cli = (...args: string[]): Ran => run(process.execPath, [varco, 'audit', ...args, '--lang', 'en']);
const asCoordinator = (vault: string): string[] => ['--vault', vault, '--user', names.coordinator, '--password-file', at('password')];
const verify = (vault: string): { readonly code: number; readonly verdict: unknown } => {
  const { code, out } = cli('verify', ...asCoordinator(vault), '--json');
  return { code, verdict: JSON.parse(lastLine(out)) };
};
let signer = '';

beforeAll(async () => {
  const prison = demoWorkplace(at('vault'), '0.0.0', Date.now);
  await createPrison(prison);
  await prison.calls.people.add({ code: 'T-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' });
  await prison.changeUser(names.coordinator);
  for (let times = 0; times < 8; times += 1) await prison.core.session.vault.commit([], { action: 'home.guide' });
  ({ signer } = await prison.calls.audit.export({ file: prison.grant(at('trail.jsonl'), 'save'), numbers: false }));
  await prison.core.close();
  writeFileSync(at('password'), `${DEMO_PASSWORD}\n`);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the vault whose raw store somebody edited. */
const harmed = async (name: string, harm: (engine: Engine) => void): Promise<string> => {
  cpSync(at('vault'), at(name), { recursive: true });
  const engine = await openEngine(at(name));
  harm(engine);
  await engine.close();
  return at(name);
};
const newest = ({ audit }: Engine): number => [...audit.getKeys({ reverse: true, limit: 1 })][0] ?? 0;

describe('raw entries of the store edited behind the program', () => {
  it('an untouched trail is whole', () => {
    expect(verify(at('vault'))).toMatchObject({ code: 0, verdict: { intact: true } });
  });

  it.each<readonly [string, (engine: Engine) => void, string]>([
    ['cut', (engine) => { const last = newest(engine); engine.write(() => { for (let seq = 4; seq <= last; seq += 1) void engine.audit.remove(seq); }); }, 'CUT'],
    ['changed', ({ write, audit }) => write(() => void audit.put(4, Buffer.from(audit.get(4) ?? []).fill(7, 30, 31))), 'CHANGED'],
    ['gap', ({ write, audit }) => write(() => void audit.remove(5)), 'GAP'],
    ['key', ({ write, audit }) => write(() => void audit.put(6, Buffer.from(audit.get(6) ?? []).fill(9, 1, 2))), 'KEY_MISSING'],
  ])('%s: found by its name, with an exit code of its own', async (name, harm, reason) => {
    expect(verify(await harmed(name, harm))).toMatchObject({ code: 7, verdict: { intact: false, reason } });
  });

  it('an older store put back under the newer anchor', () => {
    cpSync(at('vault'), at('older'), { recursive: true });
    cpSync(at('vault'), at('newer'), { recursive: true });
    expect(verify(at('newer')).code).toBe(0);
    for (const part of ['store', 'index']) {
      rmSync(at('newer', part), { recursive: true });
      cpSync(at('older', part), at('newer', part), { recursive: true });
    }
    expect(verify(at('newer'))).toMatchObject({ code: 7, verdict: { intact: false, reason: 'ROLLED_BACK' } });
  }, 120_000);
});

describe('an export', () => {
  it('is verified without a vault, by the command', () => {
    const { code, out } = cli('verify', at('trail.jsonl'), '--signer', signer, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(lastLine(out))).toMatchObject({ intact: true, complete: true, signer, range: { from: 1 } });
  });

  it('is verified by sha256sum, sed, base64 and openssl alone, as the guide says', () => {
    const pem = cli('key', at('trail.jsonl'));
    writeFileSync(at('key.pem'), pem.out);
    const guide = readFileSync(join(import.meta.dirname, '../../docs/admin/audit.md'), 'utf8');
    const script = /<!-- openssl -->\s*```\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    expect(script).toContain('openssl pkeyutl');
    const done = run('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder });
    expect(done.err).toBe('');
    const bytes = readFileSync(at('trail.jsonl'));
    const signed = bytes.subarray(0, bytes.lastIndexOf(10, bytes.length - 2) + 1);
    expect(done.out).toContain(createHash('sha256').update(signed).digest('hex'));
    expect(done.out).toContain('Signature Verified Successfully');
    expect(done.out).toContain('same');
    writeFileSync(at('trail.jsonl'), bytes.toString('utf8').replace('home.guide', 'home.other'));
    expect(run('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder }).out).not.toContain('same');
    writeFileSync(at('trail.jsonl'), bytes);
  });

  it('stands in the vault it was taken from, and not in one that was cut or is another', async () => {
    expect(cli('verify', at('trail.jsonl'), ...asCoordinator(at('vault'))).code).toBe(0);
    const other = await harmed('without-end', (engine) => { const last = newest(engine); engine.write(() => { for (let seq = 8; seq <= last; seq += 1) void engine.audit.remove(seq); }); });
    const { code, out } = cli('verify', at('trail.jsonl'), ...asCoordinator(other), '--json');
    expect(code).toBe(7);
    expect(JSON.parse(lastLine(out))).toMatchObject({ intact: false, fault: 'TRAIL' });
  }, 120_000);

  it.each<readonly [string, string[], number]>([
    ['another signer', ['verify', 'trail.jsonl', '--signer', '0000 1111'], 7],
    ['no such file', ['verify', 'missing.jsonl'], 6],
    ['no export', ['verify', 'password'], 7],
    ['two files', ['verify', 'trail.jsonl', 'password'], 2],
    ['neither file nor vault', ['verify'], 2],
  ])('%s: exit code', (_what, args, code) => {
    const [word = '', ...rest] = args;
    expect(cli(word, ...rest.map((arg) => (/jsonl|password/.test(arg) ? at(arg) : arg))).code).toBe(code);
  });
});
