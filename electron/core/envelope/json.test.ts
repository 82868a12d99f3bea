import { describe, expect, it } from 'vitest';
import { readJson } from './json.ts';
import { limits } from './limits.ts';

const read = (text: string): unknown => readJson(Buffer.from(text));

describe('JSON that somebody else wrote', () => {
  it.each([
    ['{"name":"Ștefan","list":[1,-0.5,null,true]}', { name: 'Ștefan', list: [1, -0.5, null, true] }],
    ['"\\ud83d\\ude00"', '😀'],
    ['"😀"', '😀'],
    ['[1e3,-1E-999,5e-324]', [1000, -0, 5e-324]],
    ['"[[[{{{,,,"', '[[[{{{,,,'],
    ['"\\"[,"', '"[,'],
    ['"\\\\ud800"', '\\ud800'],
    [`${'['.repeat(limits.jsonDepth)}${']'.repeat(limits.jsonDepth)}`, expect.anything()],
    [`[${'[],'.repeat(500)}[]]`, expect.anything()],
  ])('is read: %.40s', (text, value) => expect(read(text)).toEqual(value));

  it.each<[string, string | Buffer]>([
    ['that is none', '{'],
    ['of nothing', ''],
    ['with more behind it', '{} {}'],
    ['that is no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
    ['with the surrogates of UTF-16 in UTF-8', Buffer.from('22eda08022', 'hex')],
    ['with half a sign', '"\\ud800"'],
    ['with the other half of a sign', '["x\\uDFFFy"]'],
    ['with half a sign in the name of a field', '{"a":{"\\udbff":1}}'],
    ['with a number beyond all numbers', '{"n":1e999}'],
    ['with a very long number', `[-${'9'.repeat(400)}]`],
    ['nested one deeper than the limit', `${'['.repeat(limits.jsonDepth + 1)}${']'.repeat(limits.jsonDepth + 1)}`],
    ['nested deeper than a stack', `${'{"x":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
    ['of too many values', `[${'0,'.repeat(limits.jsonValues)}0]`],
    ['of too many empty lists', `[${'[],'.repeat(limits.jsonValues / 2)}[]]`],
    ['past the limit', `"${'x'.repeat(limits.jsonBytes)}"`],
  ])('is refused: %s', (_, text) => expect(() => readJson(Buffer.from(text))).toThrow(/./u));
});
