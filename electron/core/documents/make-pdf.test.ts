import { describe, expect, it } from 'vitest';
import { frame } from './frame.ts';
import { guard, makePdf } from './make-pdf.ts';
import { printable } from './printable.ts';
import { printMeta } from './testing/case-file.ts';
import { seen } from './testing/tools.ts';
import type { Content, Definition } from './types.ts';
import { wordsOf } from './words.ts';

const sheet = (...content: readonly Content[]): Definition => frame({ words: wordsOf('en'), meta: printMeta, title: 'Sheet', classification: 'c', running: 'r', foot: ['f'], fontSize: 10, content });
const good = sheet({ text: 'hello' });

describe('what pdfmake would accept in silence', () => {
  it.each([
    ['a level it ignores', { ...good, subset: 'PDF/A-4' }, 'PDF/A-3a'],
    ['a level it ignores (3u)', { ...good, subset: 'PDF/A-3u' }, 'PDF/A-3a'],
    ['a level below what the file is', { ...good, subset: 'PDF/A-3b' }, 'PDF/A-3a'],
    ['PDF/UA instead of an archival level', { ...good, subset: 'PDF/UA' }, 'PDF/A-3a'],
    ['another level inside the definition', { ...good, pdf: { ...good.pdf, subset: 'PDF/A-1b' } }, 'PDF/A-3a'],
    ['a password', { ...good, pdf: { ...good.pdf, userPassword: 'x' } }, 'userPassword'],
    ['an owner password', { ...good, pdf: { ...good.pdf, ownerPassword: 'x' } }, 'ownerPassword'],
    ['the claim to be without tags', { ...good, pdf: { ...good.pdf, tagged: false } }, 'tagged'],
    ['no fixed date', { ...good, pdf: { ...good.pdf, info: { title: 't' } } }, 'creation date'],
    ['a date that is none', sheetAt('yesterday'), 'creation date'],
    ['no title', { ...good, pdf: { ...good.pdf, info: { creationDate: new Date(0) } } }, 'title'],
  ])('is refused: %s', (_what, definition, message) => {
    expect(() => guard(definition as unknown as Definition)).toThrow(message);
  });

  it('lets the frame of every document through', () => {
    expect(() => guard(good)).not.toThrow();
  });
});

function sheetAt(createdAt: string): Definition {
  return frame({ words: wordsOf('en'), meta: { ...printMeta, createdAt }, title: 't', classification: 'c', running: 'r', foot: [], fontSize: 10, content: [] });
}

describe('resources outside the document', () => {
  it.each([
    ['a file of this computer', { image: '/etc/hostname' }],
    ['an address', { image: 'http://127.0.0.1:9/x.png' }],
  ])('are never read: %s', async (_what, content) => {
    await expect(makePdf(sheet(content))).rejects.toThrow(/denied/);
  });

  it('are never fetched for an image named in the definition', async () => {
    const definition = sheet({ image: 'x' });
    await expect(makePdf({ ...definition, pdf: { ...definition.pdf, images: { x: 'https://example.org/x.png' } } })).rejects.toThrow(/denied/);
  });
});

describe('letters the font does not hold', () => {
  it.each([
    ['Romanian', 'Ștefan Țîrlea âăîșț ÂĂÎȘȚ', 'Ștefan Țîrlea âăîșț ÂĂÎȘȚ'],
    ['Italian', 'perché più è ì à ù «così»', 'perché più è ì à ù «così»'],
    ['decomposed', 'S\u0326tefan', 'Ștefan'],
    ['cedilla stays what was typed', 'Ştefan', 'Ştefan'],
    ['a letter with a mark the font lacks', 'Nguyễn', 'Nguyen'],
    ['another script', 'Іван', '????'],
    ['a picture', 'ok 👍', 'ok ?'],
    ['a tick', '✓ done', '? done'],
    ['control characters', 'a\u0000b\u202ec\td\ne', 'a b c d\ne'],
    ['a soft hyphen', 'co\u00adop', 'coop'],
  ])('%s', (_what, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('never lead to a missing glyph', async () => {
    const pdf = seen((await makePdf(sheet({ text: 'Іван 👍 ✓ Nguyễn' }))).pdf);
    expect(pdf.check()).toContain('No syntax');
    expect(pdf.text).toContain('???? ? ? Nguyen');
  });
});
