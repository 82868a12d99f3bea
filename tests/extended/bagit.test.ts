import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileOf, relist, signTags, type Files } from '../conformance/rebag.ts';
import { bagRules } from '../conformance/bagit-rules.ts';
import { changed, partners, prison, probation, REFERENCE } from '../conformance/hostile/office.ts';
import { openAs } from '../conformance/parties.ts';
import { folderOfItsOwn, run } from '../conformance/tools.ts';
import { bagit } from './judges.ts';

/** The good bag with a change, as files on the disk. Names that climb out stay out of it. */
const unpacked = async (change: (files: Files) => unknown): Promise<string> => {
  const folder = join(folderOfItsOwn(), REFERENCE);
  mkdirSync(folder);
  await changed((files) => {
    change(files);
    for (const [path, bytes] of files) {
      if (path.includes('..')) throw new Error('a name that climbs out');
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
  })();
  return folder;
};

const says = (folder: string): 'valid' | 'invalid' => (run(bagit(), ['--validate', folder]).code === 0 ? 'valid' : 'invalid');

/** Where bagit takes what the RFC calls invalid, or does not know it. */
const BAGIT_DIFFERS: ReadonlySet<string> = new Set([
  // it writes %25 and does not read it
  'a % in a name is written as %25',
  'every payload file is listed by every manifest',
  'a tag manifest lists every payload manifest',
  'the size is promised once',
  'a tag file has no byte order mark',
]);

describe('bagit judges the bags of the table as the RFC does', () => {
  const onDisk = bagRules.filter(({ rfc, rule }) => rfc !== 'open' && rule !== 'a file does not climb out');
  test.each(onDisk)('$section $rule: $rfc', async ({ rule, rfc, change }) => {
    const said = says(await unpacked(change));
    expect(said).toBe(BAGIT_DIFFERS.has(rule) ? (rfc === 'valid' ? 'invalid' : 'valid') : rfc);
  });
});

test('a bag made by bagit, with our header and signature added, is read once it says version 1.0: as made it says 0.97; with a byte changed it is not', async () => {
  const folder = folderOfItsOwn();
  writeFileSync(join(folder, 'case.json'), '{"format":"varco-case","person":"synthetic"}\n');
  expect(run(bagit(), ['--sha256', '--external-identifier', REFERENCE, folder]).code).toBe(0);
  const made: Files = new Map();
  for (const name of readdirSync(folder, { recursive: true }).map(String)) if (statSync(join(folder, name)).isFile()) made.set(relative(folder, join(folder, name)), readFileSync(join(folder, name)));
  const theirs = (after: (files: Files) => unknown) =>
    changed((files) => {
      const header = fileOf(files, 'envelope.json');
      files.clear();
      for (const [path, bytes] of made) files.set(path, bytes);
      files.set('envelope.json', header);
      relist(files);
      // the manifests stay as bagit wrote them, the tag manifest with our header in it
      for (const path of ['bagit.txt', 'manifest-sha256.txt']) expect(Buffer.from(fileOf(files, path)).equals(made.get(path) ?? Buffer.alloc(0))).toBe(true);
      signTags(files, prison);
      after(files);
    })();
  const asMade = await openAs(probation, await theirs(() => undefined), partners);
  expect([Buffer.from(made.get('bagit.txt') ?? []).toString(), asMade.error?.code]).toEqual(['BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n', 'BAG_INVALID']);
  const today = (files: Files): void => {
    files.set('bagit.txt', Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'));
    signTags(files, prison);
  };
  const good = await openAs(probation, await theirs(today), partners);
  expect(good.error).toBeUndefined();
  good.close();
  const bad = await openAs(probation, await theirs((files) => {
    today(files);
    files.set('data/case.json', Buffer.from('{"format":"varco-case","person":"synthetiX"}\n'));
  }), partners);
  expect(bad.error?.code).toBe('MANIFEST_MISMATCH');
});
