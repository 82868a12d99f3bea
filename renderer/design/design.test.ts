import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogues } from '../../shared/i18n/index.ts';
import { formMessage, messageText } from './form/message.ts';
import { zodResolver } from './form/zod-resolver.ts';
import { rowAfterKey } from './row-keys.ts';

const renderer = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(renderer, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name) && !entry.name.includes('.test.'))
  .map((entry) => join(entry.parentPath, entry.name));
const read = (file: string) => readFileSync(file, 'utf8');

describe('tokens', () => {
  const colour = /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i;

  it('are the only place with a colour', () => {
    expect(files.length).toBeGreaterThan(60);
    const found = files.filter((file) => !file.endsWith('tokens.css') && colour.test(read(file)));
    expect(found).toEqual([]);
    expect(colour.test(read(join(renderer, 'design/tokens.css')))).toBe(true);
  });

  it('leave nothing for a screen to style: features bring no style sheets', () => {
    expect(files.filter((file) => file.includes('/features/') && file.endsWith('.css'))).toEqual([]);
  });

  it('that are used exist', () => {
    const known = new Set(read(join(renderer, 'design/tokens.css')).match(/--[a-z0-9-]+(?=:)/g));
    const used = new Set(files.flatMap((file) => [...read(file).matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, name]) => name ?? '')));
    const given = new Set(['--total-scale-factor', '--min-font-size', '--text-scale-factor', '--font-height', '--rotate', '--scale-x', '--v-columns', '--trigger-width']);
    expect([...used].filter((name) => !known.has(name) && !given.has(name))).toEqual([]);
  });
});

describe('texts', () => {
  const lookup = (language: keyof typeof catalogues, key: string): boolean => {
    const [namespace = '', path = ''] = key.split(':');
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const node = steps.reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), Reflect.get(catalogues[language], namespace));
    return typeof node === 'object' && node !== null && (last in node || `${last}_other` in node);
  };
  // quoted keys such as 'people:add.title'; a template's key is looked up as far as its fixed part goes
  const fixed = new Set(files.flatMap((file) => [...read(file).matchAll(/'((?:common|session|people|learning|office|enums|registers|refusals|errors):[\w.-]+)'/g)].map(([, key]) => key ?? '')));
  const open = new Set(files.flatMap((file) => [...read(file).matchAll(/`((?:common|session|people|learning|office|enums|registers):[\w.-]+)\.\$\{/g)].map(([, key]) => key ?? '')));

  it.each(['en', 'it', 'ro'] as const)('that the screens ask for are in the %s catalogue', (language) => {
    expect(fixed.size).toBeGreaterThan(150);
    expect([...fixed].filter((key) => !lookup(language, key))).toEqual([]);
    expect([...open].filter((key) => !lookup(language, key))).toEqual([]);
  });
});

describe('a form message', () => {
  it('carries the values of its text', () => {
    const told = messageText((key, values) => `${key} ${JSON.stringify(values)}`, formMessage('refusals:password.tooShort', { min: 12 }));
    expect(told).toBe('refusals:password.tooShort {"min":"12"}');
    expect(messageText((key) => key, formMessage('people:add.codeMissing'))).toBe('people:add.codeMissing');
  });

  it('is the first thing wrong with each field', async () => {
    const form = z.object({ name: z.string().min(3, 'short').regex(/^a/, 'start'), age: z.number('number') });
    const resolve = zodResolver(form);
    const options = { fields: {}, shouldUseNativeValidation: false };
    expect(await resolve({ name: 'b', age: 1 }, undefined, options)).toEqual({ values: {}, errors: { name: { type: 'too_small', message: 'short' } } });
    expect(await resolve({ name: 'abc', age: 1 }, undefined, options)).toEqual({ values: { name: 'abc', age: 1 }, errors: {} });
  });
});

it.each([
  ['ArrowDown', 4, 5],
  ['ArrowUp', 0, 0],
  ['PageDown', 95, 99],
  ['PageUp', 30, 20],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['a', 50, undefined],
])('%s in a list leads from row %i to %s', (key, row, next) => {
  expect(rowAfterKey(key, row, 100, 10)).toBe(next);
  expect(rowAfterKey(key, 0, 0, 10)).toBeUndefined();
});
