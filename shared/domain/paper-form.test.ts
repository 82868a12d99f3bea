import { describe, expect, it } from 'vitest';
import { checkCharacter, EDITION, paperCode, PaperFormKind, readPaperCode } from './paper-form.ts';

const code = '0123456789ABCDEF'.replace('0123', 'ZYXW');

describe('the code of a page', () => {
  it.each(PaperFormKind.options)('of %s is read back as it was written', (kind) => {
    const written = { kind, edition: EDITION[kind], page: 3, code };
    expect(readPaperCode(paperCode(written))).toEqual(written);
    expect(readPaperCode(paperCode(written).toLowerCase().replaceAll('-', ' '))).toEqual(written);
  });

  it('finds every single wrong character, and two neighbours that changed places', () => {
    const right = paperCode({ kind: 'CONSENTS', edition: 1, page: 1, code }).replaceAll('-', '');
    const wrong: string[] = [];
    for (let at = 0; at < right.length; at += 1) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') if (other !== right[at]) wrong.push(right.slice(0, at) + other + right.slice(at + 1));
      const [a = '', b = ''] = [right[at], right[at + 1]];
      if (b !== '' && a !== b) wrong.push(right.slice(0, at) + b + a + right.slice(at + 2));
    }
    expect(wrong.length).toBeGreaterThan(700);
    expect(wrong.filter((text) => readPaperCode(text) !== undefined)).toEqual([]);
  });

  it.each(['', 'V1', 'https://example.org', 'V1-X01-01-ZYXW456789ABCDEF-0', `V1-C01-01-${'O'.repeat(16)}-0`, `${'V'.repeat(5000)}`, 'V1-C01-01-ZYXW456789ABCDEF'])('“%s” is none', (text) => {
    expect(readPaperCode(text)).toBeUndefined();
  });

  it('has the check character of the standard', () => {
    // ISO 7064, MOD 37,36: the example of the Global Release Identifier, A1-2425G-ABC1234002 with M
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });
});
