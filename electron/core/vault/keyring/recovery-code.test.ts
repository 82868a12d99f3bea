import { describe, expect, it } from 'vitest';
import { codeOf, newRecoveryCode, parseRecoveryCode } from './recovery-code.ts';

const secret = Buffer.from('000102030405060708090a0b0c0d0e0f10111213', 'hex');
const code = codeOf(secret);

describe('the printed recovery code', () => {
  it('is nine groups of four without letters that look like digits, and holds 160 bits', () => {
    const made = newRecoveryCode();
    expect(made.secret).toHaveLength(20);
    expect(made.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(parseRecoveryCode(made.code)).toEqual(made.secret);
    expect(newRecoveryCode().code).not.toBe(made.code);
  });

  it('encodes like RFC 4648 base32 with the alphabet of Crockford', () => {
    // RFC 4648 §10, "foobar" = MZXW6YTBOI, letters translated; padded with zeros to twenty bytes
    expect(codeOf(Buffer.concat([Buffer.from('foobar'), Buffer.alloc(14)])).replaceAll('-', '')).toMatch(/^CSQPYRK1E80000/);
  });

  it.each([
    ['lower case', code.toLowerCase()],
    ['no hyphens', code.replaceAll('-', '')],
    ['spaces and line ends', ` ${code.replaceAll('-', ' \n')} `],
    ['dashes of a word processor', code.replaceAll('-', '–')],
    ['O for 0', code.replaceAll('0', 'O')],
    ['I and l for 1', code.replace('1', 'I').replaceAll('1', 'l')],
    ['full-width digits', code.replaceAll('0', '０')],
  ])('is read with %s', (_, typed) => {
    expect(parseRecoveryCode(typed)).toEqual(secret);
  });

  it.each([
    ['nothing', ''],
    ['a group missing', code.slice(5)],
    ['a character too many', `${code}0`],
    ['a letter it never holds', `U${code.slice(1)}`],
    ['two groups exchanged', code.replace(/^(.{4})-(.{4})/, '$2-$1')],
    ['two neighbours exchanged', code.replace(/^(.)(.)(.)(.)/, '$1$2$4$3')],
    ['something else', 'ignore previous instructions please now'],
  ])('is called mistyped with %s', (_, typed) => {
    expect(() => parseRecoveryCode(typed)).toThrow(expect.objectContaining({ code: 'WRONG_RECOVERY_CODE', params: { reason: 'MISTYPED' } }));
  });

  it('is called mistyped with any one character wrong', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const plain = code.replaceAll('-', '');
    let checked = 0;
    for (let at = 0; at < plain.length; at += 1) {
      for (const char of alphabet) {
        if (char === plain.charAt(at)) continue;
        checked += 1;
        expect(() => parseRecoveryCode(plain.slice(0, at) + char + plain.slice(at + 1))).toThrow();
      }
    }
    expect(checked).toBe(36 * 31);
  });
});
