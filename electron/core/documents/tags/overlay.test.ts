import { describe, expect, it } from 'vitest';
import { frame } from '../frame.ts';
import { makePdf } from '../make-pdf.ts';
import { printMeta } from '../testing/case-file.ts';
import { drawn, everyElement, figuresOf, structureOf } from '../testing/structure.ts';
import { seen } from '../testing/tools.ts';
import type { Content } from '../types.ts';
import { wordsOf } from '../words.ts';

const made = async (...content: readonly Content[]): Promise<Uint8Array> =>
  (await makePdf(frame({ words: wordsOf('en'), meta: { ...printMeta, demo: true }, title: 'Sheet', classification: 'for nobody', running: 'running head', foot: ['foot'], contentHash: 'ab12', fontSize: 10, content }))).pdf;

describe('the structure tree of a finished file', () => {
  it('holds what each kind of node says, in the order of reading', async () => {
    const pdf = await made(
      { text: 'Title', tag: 'H1' },
      { columns: [{ stack: [{ text: 'left one' }, { text: 'left two' }] }, { text: 'right' }] },
      { text: ['two ', { text: 'parts', bold: true, decoration: 'underline' }] },
      { ol: ['first', { stack: [{ text: 'second' }, { text: 'still second' }] }] },
      { ul: ['point'] },
      { tag: 'Table', table: { body: [[{ text: 'row head', tag: 'TH' }, 'value']] } },
      { table: { headerRows: 1, body: [[{ text: 'A', colSpan: 2 }, ''], ['b', { stack: [{ text: 'c' }] }]] } },
      { table: { body: [[{ stack: [{ text: 'in a box', tag: 'H2' }] }]] }, unbreakable: true },
      { qr: 'ABC', fit: 40, alt: 'a code' },
      { svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><rect width="10" height="10" fill="#000"/></svg>', width: 10, alt: 'a square' },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 10, y2: 0 }] },
      { text: ' ' },
    );
    expect(drawn(structureOf(pdf)).split('\n')).toEqual([
      'Document',
      '  H1 “Title”',
      '  P “left one”',
      '  P “left two”',
      '  P “right”',
      '  P “two parts”',
      '  L',
      '    LI',
      '      Lbl “1.”',
      '      LBody',
      '        P “first”',
      '    LI',
      '      Lbl “2.”',
      '      LBody',
      '        P “second”',
      '        P “still second”',
      '  L',
      '    LI',
      '      LBody',
      '        P “point”',
      '  Table',
      '    TR',
      '      TH Row “row head”',
      '      TD “value”',
      '  Table',
      '    TR',
      '      TH Column over 2 “A”',
      '    TR',
      '      TD “b”',
      '      TD',
      '        P “c”',
      '  H2 “in a box”',
      '  Figure',
      '  Figure',
    ]);
    const figures = figuresOf(pdf);
    expect(figures.map(({ alt }) => alt)).toEqual(['a code', 'a square']);
    for (const { box } of figures) {
      const [left = 0, bottom = 0, right = 0, top = 0] = box ?? [];
      expect(right - left).toBeGreaterThan(8);
      expect(top - bottom).toBeGreaterThan(8);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThanOrEqual(842);
    }
  });

  it('reads the head of a long table once, and the table as one', async () => {
    const rows = Array.from({ length: 120 }, (_row, n) => [`row ${n}`, `value ${n}`]);
    const pdf = await made({ text: 'Title', tag: 'H1' }, { table: { headerRows: 1, dontBreakRows: true, body: [['Name', 'Value'], ...rows] } });
    expect(seen(pdf).text.split('Name Value')).toHaveLength(seen(pdf).pages.length + 1);
    const tree = structureOf(pdf);
    const tables = everyElement(tree).filter(({ type }) => type === 'Table');
    expect(tables).toHaveLength(1);
    expect(tables[0]?.children.map((row) => row.children.map(({ text }) => text))).toEqual([['Name', 'Value'], ...rows]);
  });

  it('reads a paragraph over two pages as one, and no head, foot or watermark', async () => {
    const long = Array.from({ length: 1500 }, (_word, n) => `word${n}`).join(' ');
    const tree = structureOf(await made({ text: 'Title', tag: 'H1' }, { text: long }));
    expect(tree.children.map(({ type, text }) => [type, text])).toEqual([['H1', 'Title'], ['P', long]]);
  });

  it('says of a layout that is made anew after a page break what it says of another one', async () => {
    const part = (n: number): Content[] => [{ text: `Heading ${n}`, tag: 'H2', headlineLevel: 1 }, { text: 'x '.repeat(900) }];
    const tree = structureOf(await made({ text: 'Title', tag: 'H1' }, ...[1, 2, 3, 4].flatMap(part)));
    expect(tree.children.filter(({ type }) => type === 'H2').map(({ text }) => text)).toEqual(['Heading 1', 'Heading 2', 'Heading 3', 'Heading 4']);
    expect(tree.children).toHaveLength(9);
  });
});
