import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newHybridKeys } from '../../electron/core/envelope/service-keys.ts';
import { openAs, party, seal, type Party } from '../conformance/parties.ts';
import { sealedZip } from '../conformance/rebag.ts';
import { folderOfItsOwn, run } from '../conformance/tools.ts';
import { newAge, newAgeKeygen } from './judges.ts';

const [prison, probation] = await Promise.all([party('Prison'), party('Probation')]);
const hybrid = await newHybridKeys();
/** The same office, known by its hybrid key. */
const withKey = (identity: string, recipient: string): Party => ({ ...probation, keys: { ...probation.keys, ageIdentity: identity, ageRecipient: recipient } });

test('its hybrid keys look as ours do', () => {
  const folder = folderOfItsOwn();
  expect(run(newAgeKeygen(), ['-pq', '-o', join(folder, 'key')]).code).toBe(0);
  const identity = readFileSync(join(folder, 'key'), 'utf8').split('\n').find((line) => line.startsWith('AGE-SECRET-KEY')) ?? '';
  expect(identity.slice(0, 18)).toBe(hybrid.identity.slice(0, 18));
  // what it says of our key is what we say of it
  writeFileSync(join(folder, 'ours'), `${hybrid.identity}\n`);
  expect(run(newAgeKeygen(), ['-y', join(folder, 'ours')]).out.trim()).toBe(hybrid.recipient);
});

test.each([
  ['a hybrid key', withKey(hybrid.identity, hybrid.recipient)],
  ['a classic key', probation],
])('what is sealed to %s is opened by the newest age, and the other way round', async (_, office) => {
  const folder = folderOfItsOwn();
  const { bytes } = await seal(prison, office);
  writeFileSync(join(folder, 'key'), `${office.keys.ageIdentity}\n`);
  writeFileSync(join(folder, 'ours.age'), bytes);
  const opened = run(newAge(), ['-d', '-i', 'key', '-o', 'ours.zip', 'ours.age'], { cwd: folder });
  expect([opened.code, opened.err]).toEqual([0, '']);
  const zip = readFileSync(join(folder, 'ours.zip'));
  expect(zip.equals(await sealedZip(office, bytes))).toBe(true);

  const made = run(newAge(), ['-r', office.keys.ageRecipient, '-o', 'theirs.age', 'ours.zip'], { cwd: folder });
  expect([made.code, made.err]).toEqual([0, '']);
  const report = await openAs(office, readFileSync(join(folder, 'theirs.age')), [prison]);
  expect(report.error).toBeUndefined();
  report.close();
  // and a byte changed is refused there as here
  const broken = Buffer.from(bytes);
  broken.writeUInt8(broken.readUInt8(broken.length - 40) ^ 1, broken.length - 40);
  writeFileSync(join(folder, 'broken.age'), broken);
  expect(run(newAge(), ['-d', '-i', 'key', '-o', 'broken.zip', 'broken.age'], { cwd: folder }).code).not.toBe(0);
  expect((await openAs(office, broken, [prison])).error?.code).toBe('DAMAGED');
});
