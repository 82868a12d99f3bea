import { describe, expect, it } from 'vitest';
import { isContent, outlineOf, type Element, type TaggedNode } from './outline.ts';

/** As pdfmake marks the place that a cell covers. */
const covered: TaggedNode = Object.fromEntries([['_span', true], ['text', '']]);

const shown = (elements: readonly Element[]): unknown[] =>
  elements.map(({ type, node, scope, colSpan, marker, children }) => [
    [type, scope, colSpan, marker === true ? 'marker' : undefined].filter((part) => part !== undefined).join(' '),
    ...(typeof node?.text === 'string' ? [node.text] : []),
    ...shown(children),
  ]);
const outline = (...stack: readonly TaggedNode[]): unknown[] => shown(outlineOf({ stack }));

describe('what a document is to somebody who does not see it', () => {
  it.each<readonly [string, readonly TaggedNode[], readonly unknown[]]>([
    ['a text is a paragraph', [{ text: 'a' }], [['P', 'a']]],
    ['a heading is one', [{ text: 'a', tag: 'H1' }], [['H1', 'a']]],
    ['columns and stacks say nothing of their own', [{ columns: [{ stack: [{ text: 'a' }] }, { text: 'b' }] }], [['P', 'a'], ['P', 'b']]],
    ['a list', [{ ul: [{ text: 'a' }, { stack: [{ text: 'b' }, { text: 'c' }] }] }], [['L', ['LI', ['LBody', ['P', 'a']]], ['LI', ['LBody', ['P', 'b'], ['P', 'c']]]]]],
    ['a numbered list carries its numbers', [{ ol: [{ text: 'a' }] }], [['L', ['LI', ['Lbl marker', 'a'], ['LBody', ['P', 'a']]]]]],
    ['a table with a head row', [{ table: { headerRows: 1, body: [[{ text: 'h' }], [{ text: 'a' }]] } }], [['Table', ['TR', ['TH Column', 'h']], ['TR', ['TD', 'a']]]]],
    ['a table with heads of rows', [{ tag: 'Table', table: { body: [[{ text: 'h', tag: 'TH' }, { text: 'a' }]] } }], [['Table', ['TR', ['TH Row', 'h'], ['TD', 'a']]]]],
    ['a cell over two columns', [{ table: { headerRows: 1, body: [[{ text: 'h', colSpan: 2 }, covered], [{ text: 'a' }, { text: 'b' }]] } }], [['Table', ['TR', ['TH Column 2', 'h']], ['TR', ['TD', 'a'], ['TD', 'b']]]]],
    ['more than a text in a cell', [{ table: { headerRows: 1, body: [[{ text: 'h' }], [{ stack: [{ text: 'a' }] }]] } }], [['Table', ['TR', ['TH Column', 'h']], ['TR', ['TD', ['P', 'a']]]]]],
    ['rows without a head are a list', [{ tag: 'L', table: { body: [[{ text: 'a' }, { text: 'b' }]] } }], [['L', ['LI', ['LBody', ['P', 'a'], ['P', 'b']]]]]],
    ['a box is no table', [{ table: { body: [[{ stack: [{ text: 'a' }] }]] } }], [['P', 'a']]],
    ['a drawing that says something', [{ svg: '<svg/>', alt: 'three of four' }], [['Figure']]],
    ['a drawing that says nothing', [{ svg: '<svg/>' }], []],
    ['decoration', [{ text: '1', tag: 'Artifact' }], []],
  ])('%s', (_what, nodes, expected) => {
    expect(outline(...nodes)).toEqual(expected);
  });

  it('leaves out no level of heading, whatever the parts of a document ask for', () => {
    const types = (...levels: readonly ('H1' | 'H2' | 'H3')[]) => outlineOf({ stack: levels.map((tag) => ({ text: tag, tag })) }).map(({ type }) => type);
    expect(types('H1', 'H3', 'H3')).toEqual(['H1', 'H2', 'H2']);
    expect(types('H1', 'H3', 'H2', 'H3')).toEqual(['H1', 'H2', 'H2', 'H3']);
    expect(types('H1', 'H2', 'H3', 'H2')).toEqual(['H1', 'H2', 'H3', 'H2']);
    expect(types('H2', 'H3')).toEqual(['H1', 'H2']);
  });

  it.each<readonly [string, TaggedNode, boolean]>([
    ['words', { text: 'a' }, true],
    ['words in parts', { text: [{ text: ' ' }, 'a'] }, true],
    ['nothing but room', { text: [{ text: ' ' }] }, false],
    ['an empty text', { text: '' }, false],
    ['a drawing with its words', { svg: '', alt: 'a' }, true],
    ['a drawing without', { qr: 'x' }, false],
    ['what is said to be decoration', { text: 'a', tag: 'Artifact' }, false],
  ])('reads %s: or not', (_what, node, read) => {
    expect(isContent(node)).toBe(read);
  });
});
