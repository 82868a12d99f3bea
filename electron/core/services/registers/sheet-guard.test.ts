import { describe, expect, it } from 'vitest';
import { guardSheet } from './sheet-guard.ts';
import { LIMITS } from './table.ts';

describe('a sheet before it is parsed', () => {
  it('is let through, with the places of its formulas', () => {
    const xml = `<x:sheetData><x:row r="1" spans='1:2'><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row><row r="12"><c r="AB12"><f t="shared" si="0"/><v>1</v></c><c r="AC12"/></row></x:sheetData>`;
    expect(guardSheet(xml)).toEqual({ ok: true, value: { formulas: new Set(['11:27']) } });
  });

  it.each([
    ['<row r="9999999999"/>', 'REGISTER_DAMAGED'],
    ['<row r="-1"/>', 'REGISTER_DAMAGED'],
    ['<row r="1e9"/>', 'REGISTER_DAMAGED'],
    [`<row r="${LIMITS.rows + 1}"/>`, 'REGISTER_TOO_MANY_ROWS'],
    ['<x:row r="9999999"/>', 'REGISTER_TOO_MANY_ROWS'],
    ["<row r='9999999'/>", 'REGISTER_TOO_MANY_ROWS'],
    ['<row\nr = "9999999"/>', 'REGISTER_TOO_MANY_ROWS'],
    ['<row q:r="9999999"/>', 'REGISTER_TOO_MANY_ROWS'],
    ['<row x=">" r="9999999"/>', 'REGISTER_DAMAGED'],
    ['<row x="<" r="9999999"/>', 'REGISTER_DAMAGED'],
    ['<row r="&#57;999999"/>', 'REGISTER_DAMAGED'],
    ['<row r="1" r="9999999"/>', 'REGISTER_DAMAGED'],
    ['<row r=9999999 />', 'REGISTER_DAMAGED'],
    [`<row x="${'x'.repeat(3000)}"/>`, 'REGISTER_DAMAGED'],
    ['<c/>', 'REGISTER_DAMAGED'],
    ['<c r="a1"/>', 'REGISTER_DAMAGED'],
    ['<c r="ZZZZ1"/>', 'REGISTER_DAMAGED'],
    ['<c r="ZZ1"/>', 'REGISTER_TOO_MANY_ROWS'],
    ['<c r="A9999999"/>', 'REGISTER_TOO_MANY_ROWS'],
    ['<c r="A1"', 'REGISTER_DAMAGED'],
    ['<!doctype x>', 'REGISTER_DAMAGED'],
  ])('%s is not', (xml, code) => {
    expect(guardSheet(xml)).toMatchObject({ ok: false, refusal: { code } });
  });
});
