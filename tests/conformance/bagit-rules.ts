import { createHash } from 'node:crypto';
import { MANIFEST_FILE, sha256Hex, TAG_MANIFEST_FILE } from '../../electron/core/envelope/bag.ts';
import { prison, text } from './hostile/office.ts';
import { fileOf, relist, signTags, textOf, type Files } from './rebag.ts';

/** A rule of RFC 8493, a bag made for it, and what is said of that bag. */
export interface BagRule {
  readonly section: string;
  readonly rule: string;
  /** what the RFC says of the bag: `open` where it advises, or leaves it to those who exchange bags */
  readonly rfc: 'valid' | 'invalid' | 'open';
  /** what our reader says: `read`, or the code of its refusal. It is narrower than the RFC on purpose: see docs/envelope.md */
  readonly ours: string;
  readonly change: (files: Files) => unknown;
}

const put = (path: string, content: string | Uint8Array) => (files: Files) => files.set(path, typeof content === 'string' ? text(content) : content);
const edit = (path: string, how: (before: string) => string) => (files: Files) => files.set(path, text(how(textOf(files, path))));
/** The change, then manifests and signature made right by somebody we know. */
const resealed = (change: (files: Files) => unknown) => (files: Files) => {
  change(files);
  relist(files);
  signTags(files, prison);
};
/** The change, then the tag files listed and signed as they are. */
const signed = (change: (files: Files) => unknown) => (files: Files) => {
  change(files);
  signTags(files, prison);
};
const line = (path: string, content = 'x'): string => `${sha256Hex(text(content))}  ${path}\n`;
const listed = (path: string, content = 'x') => (files: Files) => {
  edit(MANIFEST_FILE, (before) => before + line(path, content))(files);
};
/** A file more, under the name that the manifest has to write for it. */
const named = (path: string, written: string) => (files: Files) => {
  files.set(path, text('x'));
  relist(files);
  edit(MANIFEST_FILE, (before) => before.replace(path, written))(files);
  signTags(files, prison);
};

/** The payload manifest of another algorithm instead of ours. */
const alone = (algorithm: string) => (files: Files) => {
  files.delete(MANIFEST_FILE);
  const digests = [...files].filter(([path]) => path.startsWith('data/')).map(([path, bytes]) => `${createHash(algorithm).update(bytes).digest('hex')}  ${path}\n`);
  files.set(`manifest-${algorithm}.txt`, text(digests.join('')));
};

const row = (section: string, rule: string, rfc: BagRule['rfc'], ours: string, change: BagRule['change']): BagRule => ({ section, rule, rfc, ours, change });

export const bagRules: readonly BagRule[] = [
  row('2.1', 'a bag with all that is required', 'valid', 'read', () => undefined),
  row('2.1.1', 'the declaration is there', 'invalid', 'BAG_MISSING_FILE', (files) => files.delete('bagit.txt')),
  row('2.1.1', 'the declaration names the version', 'invalid', 'BAG_INVALID', put('bagit.txt', 'Tag-File-Character-Encoding: UTF-8\n')),
  row('2.1.1', 'the declaration names the encoding', 'invalid', 'BAG_INVALID', put('bagit.txt', 'BagIt-Version: 1.0\n')),
  row('2.1.1', 'the version comes first', 'invalid', 'BAG_INVALID', put('bagit.txt', 'Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n')),
  row('2.1.1', 'the declaration has two lines', 'invalid', 'BAG_INVALID', put('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: x\n')),
  row('2.1.1', 'the declaration has no byte order mark', 'invalid', 'BAG_INVALID', put('bagit.txt', '\u00ef\u00bb\u00bfBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')),
  row('2.1.1', 'the version is two numbers', 'invalid', 'BAG_INVALID', put('bagit.txt', 'BagIt-Version: one\nTag-File-Character-Encoding: UTF-8\n')),
  row('2.1.1', 'another version is another format', 'open', 'BAG_INVALID', signed(put('bagit.txt', 'BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n'))),
  row('2.1.1', 'tag files may be in another encoding', 'valid', 'BAG_INVALID', signed(put('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n'))),

  row('2.1.2', 'there is a payload folder', 'invalid', 'BAG_INVALID', resealed((files) => files.delete('data/case.json'))),
  row('2.1.2', 'a payload may lie deep', 'valid', 'read', resealed(put('data/one/two/three.json', '{}'))),
  row('2.1.2', 'a payload file may be empty', 'valid', 'read', resealed(put('data/empty.txt', ''))),

  row('2.1.3', 'there is a payload manifest', 'invalid', 'BAG_MISSING_FILE', (files) => files.delete(MANIFEST_FILE)),
  row('2.1.3', 'every payload file is listed', 'invalid', 'BAG_UNLISTED_FILE', put('data/more.json', '{}')),
  row('2.1.3', 'every payload file is listed by every manifest', 'invalid', 'BAG_UNLISTED_FILE', put('manifest-sha512.txt', '')),
  row('2.1.3', 'a payload file is listed once', 'invalid', 'BAG_INVALID', signed(edit(MANIFEST_FILE, (before) => before + before))),
  row('2.1.3', 'a listed digest may be in capitals', 'valid', 'BAG_INVALID', signed(edit(MANIFEST_FILE, (before) => before.replace(/^\w+/, (digest) => digest.toUpperCase())))),
  row('2.1.3', 'one blank or a tab may stand between digest and path', 'valid', 'BAG_INVALID', signed(edit(MANIFEST_FILE, (before) => before.replace('  ', '\t')))),
  row('2.1.3', 'the path is behind the digest', 'invalid', 'BAG_INVALID', signed(edit(MANIFEST_FILE, (before) => before.replace(/^(\w+) {2}(.*)$/m, '$2  $1')))),
  row('2.1.3', 'a payload manifest lists nothing outside the payload', 'invalid', 'BAG_INVALID', signed((files) => edit(MANIFEST_FILE, (before) => `${before}${sha256Hex(fileOf(files, 'bagit.txt'))}  bagit.txt\n`)(files))),
  row('2.1.3', 'parts of a path are divided by slashes', 'invalid', 'BAG_INVALID', signed(edit(MANIFEST_FILE, (before) => before.replace('/', '\\')))),
  row('2.1.3', 'a % in a name is written as %25', 'valid', 'ZIP_NAME', named('data/100%.txt', 'data/100%25.txt')),
  row('2.1.3', 'a line feed in a name is written as %0A', 'valid', 'ZIP_NAME', named('data/one\ntwo.txt', 'data/one%0Atwo.txt')),
  row('2.1.3', 'a carriage return in a name is written as %0D', 'valid', 'ZIP_NAME', named('data/one\rtwo.txt', 'data/one%0Dtwo.txt')),
  row('2.1.3', 'a path written in percent signs is another one', 'invalid', 'BAG_INVALID', signed(edit(MANIFEST_FILE, (before) => before.replace('data/', 'data%2F')))),

  row('2.2.1', 'a tag manifest may be missing', 'valid', 'BAG_MISSING_FILE', (files) => files.delete(TAG_MANIFEST_FILE)),
  row('2.2.1', 'a tag manifest lists every payload manifest', 'invalid', 'BAG_INVALID', edit(TAG_MANIFEST_FILE, (before) => before.replace(/^.* manifest-sha256\.txt\n/m, ''))),
  row('2.2.1', 'a tag manifest lists no payload', 'invalid', 'BAG_INVALID', edit(TAG_MANIFEST_FILE, (before) => `${before}${line('data/case.json')}`)),
  row('2.2.1', 'a tag manifest lists no tag manifest', 'invalid', 'BAG_INVALID', edit(TAG_MANIFEST_FILE, (before) => `${before}${line(TAG_MANIFEST_FILE)}`)),
  row('2.2.1', 'a tag file that is listed is there', 'invalid', 'BAG_INVALID', edit(TAG_MANIFEST_FILE, (before) => `${before}${line('more.txt')}`)),
  row('2.2.1', 'a tag file has the digest it is listed with', 'invalid', 'MANIFEST_MISMATCH', edit('bag-info.txt', (before) => `${before}Contact-Name: x\n`)),

  row('2.2.2', 'the metadata may be missing', 'valid', 'BAG_INVALID', signed((files) => files.delete('bag-info.txt'))),
  row('2.2.2', 'metadata of one’s own may be added', 'valid', 'read', signed(edit('bag-info.txt', (before) => `${before}Contact-Name: x\nX-Own: y\n`))),
  row('2.2.2', 'most metadata may be repeated', 'valid', 'read', signed(edit('bag-info.txt', (before) => `${before}External-Description: x\nExternal-Description: y\n`))),
  row('2.2.2', 'a long line may go on indented', 'valid', 'read', signed(edit('bag-info.txt', (before) => `${before}External-Description: x\n  and more\n`))),
  row('2.2.2', 'the payload has the size that is promised', 'invalid', 'BAG_INVALID', signed(edit('bag-info.txt', (before) => before.replace(/Payload-Oxum: \d+/, 'Payload-Oxum: 1')))),
  row('2.2.2', 'the payload has the number of files that is promised', 'invalid', 'BAG_INVALID', signed(edit('bag-info.txt', (before) => before.replace(/(Payload-Oxum: \d+)\.\d+/, '$1.7')))),
  row('2.2.2', 'the size is promised once', 'invalid', 'BAG_INVALID', signed(edit('bag-info.txt', (before) => `${before}Payload-Oxum: 1.1\n`))),
  row('2.2.2', 'the size may be left out', 'valid', 'BAG_INVALID', signed(edit('bag-info.txt', (before) => before.replace(/Payload-Oxum: .*\n/, '')))),

  row('2.2.3', 'a bag with something still to be fetched is not complete', 'invalid', 'BAG_MISSING_FILE', (files) => {
    files.delete('data/case.json');
    files.set('fetch.txt', text('https://example.invalid/case.json - data/case.json\n'));
  }),
  row('2.2.3', 'a list of what was fetched may lie there', 'valid', 'BAG_UNLISTED_FILE', put('fetch.txt', 'https://example.invalid/case.json - data/case.json\n')),
  row('2.2.3', 'what is to be fetched is in the payload', 'invalid', 'BAG_UNLISTED_FILE', put('fetch.txt', 'https://example.invalid/x - ../x\n')),
  row('2.2.4', 'other tag files may be there, unlisted', 'valid', 'BAG_UNLISTED_FILE', put('notes.txt', 'x')),
  row('2.2.4', 'other tag files may be there, listed', 'valid', 'BAG_INVALID', signed(put('notes/one.txt', 'x'))),

  row('2.3', 'lines may end with CR LF', 'valid', 'BAG_INVALID', signed(edit('bag-info.txt', (before) => before.replaceAll('\n', '\r\n')))),
  row('2.3', 'lines may end with CR', 'valid', 'BAG_INVALID', signed(edit('bagit.txt', (before) => before.replaceAll('\n', '\r')))),
  row('2.3', 'a tag file has no byte order mark', 'invalid', 'BAG_INVALID', signed(edit('bag-info.txt', (before) => `\u00ef\u00bb\u00bf${before}`))),
  row('2.3', 'a tag file is in the encoding that is declared', 'invalid', 'BAG_INVALID', signed(edit('bag-info.txt', (before) => `${before}Contact-Name: \u00e3\n`))),

  row('2.4', 'another algorithm may stand alone', 'valid', 'BAG_MISSING_FILE', signed(alone('sha512'))),
  row('2.4', 'MD5 may stand alone, and should not', 'open', 'BAG_MISSING_FILE', signed(alone('md5'))),
  row('2.4', 'the name of an algorithm is in small letters', 'invalid', 'BAG_MISSING_FILE', (files) => {
    files.set('manifest-SHA256.txt', fileOf(files, MANIFEST_FILE));
    files.delete(MANIFEST_FILE);
  }),
  row('2.4', 'the digest is of the algorithm in the name', 'invalid', 'BAG_INVALID', signed(edit(MANIFEST_FILE, (before) => before.slice(32)))),

  row('3', 'a complete bag has every listed file', 'invalid', 'BAG_MISSING_FILE', (files) => files.delete('data/case.json')),
  row('3', 'a valid bag has every file as it is listed', 'invalid', 'MANIFEST_MISMATCH', edit('data/case.json', (before) => before.replace('synthetic', 'synthetix'))),

  row('5.1', 'a listed path does not climb out', 'invalid', 'BAG_INVALID', signed(listed('../outside.txt'))),
  row('5.1', 'a listed path does not climb out by way of the payload', 'invalid', 'BAG_MISSING_FILE', signed(listed('data/../../outside.txt'))),
  row('5.1', 'a listed path is not absolute', 'invalid', 'BAG_INVALID', signed(listed('/etc/hostname'))),
  row('5.1', 'a listed path names nobody’s home', 'invalid', 'BAG_INVALID', signed(listed('~/x'))),
  row('5.1', 'a file does not climb out', 'invalid', 'ZIP_NAME', put('data/../../outside.txt', 'x')),

  row('6.1', 'names that differ by case only are one name elsewhere', 'open', 'ZIP_DUPLICATE', resealed(put('data/CASE.json', '{}'))),
  row('6.1', 'a name may have letters beyond ASCII', 'valid', 'ZIP_NAME', resealed(put('data/caz\u0103.json', '{}'))),
  row('6.1', 'the same letters may be written in two ways', 'open', 'ZIP_NAME', resealed(put('data/caza\u0306.json', '{}'))),
];
