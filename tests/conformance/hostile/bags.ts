import { limits } from '../../../electron/core/envelope/limits.ts';
import { sha256Hex } from '../../../electron/core/envelope/bag.ts';
import { rawZip } from '../raw-zip.ts';
import { fileOf, textOf, type Files } from '../rebag.ts';
import { changed, REFERENCE, text, zipped, type Hostile } from './office.ts';

const row =
  (code: string) =>
  (name: string, change: (files: Files) => unknown): Hostile => ({ name: `a bag ${name}`, check: 'bag', code, bytes: changed(change) });
const missing = row('BAG_MISSING_FILE');
const unlisted = row('BAG_UNLISTED_FILE');
const invalid = row('BAG_INVALID');
const edit = (path: string, how: (before: string) => string) => (files: Files) => files.set(path, text(how(textOf(files, path))));
const DATA = 'manifest-sha256.txt';
const TAGS = 'tagmanifest-sha256.txt';
const digest = 'a'.repeat(64);

const bagit = {
  'of version 0.97': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n', 'of version 1.1': 'BagIt-Version: 1.1\nTag-File-Character-Encoding: UTF-8\n', 'of version 2': 'BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n',
  'in another encoding': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: ISO-8859-1\n', 'without its encoding': 'BagIt-Version: 1.0\n', 'without its version': 'Tag-File-Character-Encoding: UTF-8\n',
  'with its lines turned round': 'Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n', 'with a line more': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: x\n', 'without an end of line': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8',
  'with a byte order mark': '\u00ef\u00bb\u00bfBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', 'in small letters': 'bagit-version: 1.0\ntag-file-character-encoding: utf-8\n', 'with two blanks': 'BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n',
  'without a blank': 'BagIt-Version:1.0\nTag-File-Character-Encoding:UTF-8\n', 'with other ends of lines': 'BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n', 'that is empty': '',
};

const lines: Readonly<Record<string, (line: string) => string>> = {
  'in capitals': (line) => line.toUpperCase(), 'with one blank': (line) => line.replace('  ', ' '), 'with a tab': (line) => line.replace('  ', '\t'), 'with a star': (line) => line.replace('  ', ' *'), 'with three blanks': (line) => line.replace('  ', '   '),
  'with a short digest': (line) => line.slice(1), 'with a long digest': (line) => `a${line}`, 'with an MD5': (line) => line.slice(32), 'with no digest': (line) => line.replace(/^\w+ {2}/, ''), 'with an empty path': (line) => line.replace(/ {2}.*/, '  '),
  'with a blank in front': (line) => ` ${line}`, 'with a blank behind': (line) => line.replace('\n', ' \n'), 'twice': (line) => line + line, 'with another end of line': (line) => line.replace('\n', '\r\n'), 'without an end of line': (line) => line.trimEnd(),
  'with an empty line': (line) => `${line}\n`, 'with a byte order mark': (line) => `\u00ef\u00bb\u00bf${line}`, 'with a path in percent signs': (line) => line.replace('data/', 'data%2F'), 'with a path beyond ASCII': (line) => line.replace('case', 'caz\u00e3'), 'with a null byte': (line) => line.replace('\n', '\0\n'), 'with a backslash': (line) => line.replace('/', '\\'),
};
const outside = ['../case.json', '/etc/passwd', 'case.json', 'Data/case.json', './data/case.json', '../data/case.json', 'envelope.json', 'tagmanifest-sha256.txt'];

export const bags: readonly Hostile[] = [
  ...['bagit.txt', 'bag-info.txt', 'envelope.json', DATA, TAGS, `${TAGS}.sig`, 'data/case.json'].map((path) => missing(`without ${path}`, (files) => files.delete(path))),
  missing('without anything but a file', (files) => { for (const path of files.keys()) if (path !== 'data/case.json') files.delete(path); }),
  missing('whose manifest lists a file that is not there', edit(DATA, (before) => `${before}${digest}  data/more.json\n`)),
  missing('whose manifest lists a file outside by a way through the payload', edit(DATA, (before) => `${before}${digest}  data/../../case.json\n`)),
  missing('whose manifest lists a folder', edit(DATA, (before) => `${before}${digest}  data/\n`)),

  ...['autorun.inf', 'data/more.json', 'data/case.json.bak', 'data/deep/down/case.json', '.DS_Store', 'Thumbs.db', 'fetch.txt', 'manifest-md5.txt', 'manifest-sha512.txt', 'tagmanifest-md5.txt', 'README.txt', 'tagmanifest-sha256.txt.sig2', 'data.txt', 'envelope.json.sig', 'package-info.txt'].map((path) => unlisted(`with ${path}`, (files) => files.set(path, text('more')))),
  unlisted('with a payload that no manifest lists', (files) => files.set(DATA, text(''))),

  ...Object.entries(bagit).map(([name, content]) => invalid(`with a declaration ${name}`, (files) => files.set('bagit.txt', text(content)))),
  invalid('of another reference', edit('bag-info.txt', (before) => before.replace(REFERENCE, 'RB-2026-000043'))),
  invalid('of a longer reference', edit('bag-info.txt', (before) => before.replace(REFERENCE, `${REFERENCE}1`))),
  invalid('of no reference', edit('bag-info.txt', (before) => before.replace(/External-Identifier: .*\n/, ''))),
  invalid('of no size', edit('bag-info.txt', (before) => before.replace(/Payload-Oxum: .*\n/, ''))),
  ...['0.0', '1.1', '44.2', '045.1', '45', '45.1.1', '-45.1', '4.5e1.1', '9999999999999999999.1', ''].map((oxum) => invalid(`that promises ${oxum === '' ? 'nothing' : oxum}`, edit('bag-info.txt', (before) => before.replace(/Payload-Oxum: .*/, `Payload-Oxum: ${oxum}`)))),
  invalid('that tells nothing of itself', (files) => files.set('bag-info.txt', text(''))),
  invalid('whose payload is shorter than promised', (files) => files.set('data/case.json', text('{}'))),
  invalid('whose payload is longer than promised', (files) => files.set('data/case.json', Buffer.concat([fileOf(files, 'data/case.json'), text(' ')]))),

  ...Object.entries(lines).flatMap(([name, how]) => [
    invalid(`with a line of the manifest ${name}`, edit(DATA, how)),
    ...(name.includes('path') || name.includes('backslash') || name === 'twice' ? [] : [invalid(`with a line of the tag manifest ${name}`, edit(TAGS, (before) => (name.includes('end of line') || name === 'with an empty line' || name.includes('blank behind') ? how(before) : how(before.split('\n')[0] + '\n') + before.split('\n').slice(1).join('\n'))))]),
  ]),
  ...outside.map((path) => invalid(`whose manifest lists ${path}`, edit(DATA, (before) => `${before}${digest}  ${path}\n`))),
  ...['bag-info.txt', 'bagit.txt', 'envelope.json', DATA].map((path) => invalid(`whose tag manifest leaves ${path} out`, edit(TAGS, (before) => before.split('\n').filter((line) => !line.endsWith(`  ${path}`)).join('\n')))),
  ...['data/case.json', `${TAGS}`, `${TAGS}.sig`, 'more.txt', '../more.txt'].map((path) => invalid(`whose tag manifest also lists ${path}`, edit(TAGS, (before) => `${before}${sha256Hex(text('x'))}  ${path}\n`))),
  invalid('whose tag manifest is empty', (files) => files.set(TAGS, text(''))),
  ...['bagit.txt', 'bag-info.txt', 'envelope.json', DATA, TAGS, `${TAGS}.sig`].map((path) => invalid(`with a ${path} that is too large`, (files) => files.set(path, Buffer.alloc(limits.tagFileBytes + 1, 32)))),
  invalid('in two folders', (files) => files.set('/second/bagit.txt', text('x'))),
  invalid('in a folder and beside it', (files) => files.set('/bagit.txt', text('x'))),
  { name: 'a bag in no folder', check: 'bag', code: 'BAG_INVALID', bytes: () => zipped(rawZip([{ name: 'bagit.txt' }, { name: 'envelope.json' }])) },
  { name: 'a bag in a folder of a folder', check: 'bag', code: 'BAG_MISSING_FILE', bytes: () => zipped(rawZip([{ name: 'a/b/bagit.txt' }, { name: 'a/b/envelope.json' }])) },
  { name: 'a bag of nothing', check: 'bag', code: 'BAG_INVALID', bytes: () => zipped(rawZip([])) },
];
