import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { canonicalBytes } from '../../electron/core/canonical.ts';
import { openSshKeyOf } from '../../electron/core/envelope/keys.ts';
import { allowedSigners } from '../../electron/core/envelope/sshsig.ts';
import { readSharedPack } from '../../shared/domain/read-shared-pack.ts';
import { SharedPackKind } from '../../shared/domain/shared-pack.ts';
import { openAs, party, seal } from './parties.ts';
import { folderOfItsOwn, lastLine, run } from './tools.ts';

const script = fileURLToPath(new URL('open-with-standard-tools.sh', import.meta.url));
const [sender, office] = await Promise.all([party('Sender'), party('Office')]);
const id = '019a0000-0000-7000-8000-000000000001';
const lines = {
  directory: { id, what: 'organisation', name: 'Adăpost', kind: 'NGO', helpsWith: ['ACCOMMODATION'] },
  catalogue: { id, what: 'programme', code: 'ALF-1', title: { en: 'a', it: 'b', ro: 'c' }, area: 'EDUCATION', provider: 'Școala', hours: 20 },
  templates: { id, what: 'goal', domain: 'FINANCE', line: 'SOCIAL', horizon: 'LATER', lang: 'ro', title: 'Plătesc', measure: 'Am plătit', steps: [{ owner: 'PERSON', carriesOver: false, text: 'Scriu' }] },
} as const;
const sealed = (kind: SharedPackKind) =>
  seal(sender, office, { kind, payloads: { pack: 1 } }, { payload: [{ path: 'pack.json', bytes: canonicalBytes({ format: 'varco-pack', version: 1, kind, dataAsOf: '2026-11-19', lines: [lines[kind]] }) }] });

describe.each(SharedPackKind.options)('a pack of kind %s', (kind) => {
  test('is opened and verified with the standard tools, and reads as the page says', async () => {
    const { bytes, fileName } = await sealed(kind);
    expect(fileName).toMatch(new RegExp(`^VARCO-${kind}-`));
    const folder = folderOfItsOwn();
    writeFileSync(join(folder, 'service.key'), `${office.keys.ageIdentity}\n`, { mode: 0o600 });
    writeFileSync(join(folder, 'allowed_signers'), allowedSigners([{ serviceId: sender.serviceId, signingKey: openSshKeyOf(sender.keys.signingKey) }]));
    writeFileSync(join(folder, 'VARCO.zip.age'), bytes);
    const done = run(script, ['VARCO.zip.age', 'service.key', 'allowed_signers', sender.serviceId], { cwd: folder });
    expect(done.err).toBe('');
    expect(done.code).toBe(0);
    const read = readSharedPack(JSON.parse(readFileSync(join(lastLine(done.out), 'data/pack.json'), 'utf8')), kind);
    expect(read?.lines).toMatchObject([{ lineId: id, raw: lines[kind] }]);
  });

  test('from a service of which nobody said that it may send packs: KIND_NOT_ALLOWED', async () => {
    const { bytes } = await sealed(kind);
    const trust = () => ({ serviceId: sender.serviceId, name: sender.name, kinds: ['handover'] as const, state: 'TRUSTED' as const });
    expect((await openAs(office, bytes, [sender], { trust })).error?.code).toBe('KIND_NOT_ALLOWED');
  });
});
