import { describe, expect, test } from 'vitest';
import { CardAlarm } from '../../../shared/domain/card.ts';
import { CheckName } from '../../../shared/domain/envelope.ts';
import { catalogues } from '../../../shared/i18n/index.ts';
import { EnvelopeError, envelopeErrors, revive } from './error.ts';

interface Texts {
  readonly [code: string]: Readonly<Record<string, string>>;
}
const languages = Object.entries(catalogues).map(([language, all]) => [language, (all.errors as { envelope: Texts }).envelope] as const);
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();

describe.each(languages)('texts in %s', (_, { check, alarm, ...texts }) => {
  test('say something about every refusal and nothing else', () => {
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(envelopeErrors).toSorted());
  });

  test('are filled with what the error knows', () => {
    for (const [code, params] of Object.entries(envelopeErrors)) {
      const text = texts[code];
      // the key's fingerprint of an uncompared card says nothing to the reader and may be left out
      const left = params.filter((name) => code !== 'SENDER_NOT_TRUSTED' || name !== 'key');
      expect([code, placeholders(Object.values(text ?? {}).join(' '))]).toEqual([code, left.toSorted()]);
    }
  });

  test('name every check and every alarm', () => {
    expect(Object.keys(check ?? {}).toSorted()).toEqual(CheckName.options.toSorted());
    expect(Object.keys(alarm ?? {}).toSorted()).toEqual(CardAlarm.options.toSorted());
  });

  test('write ș and ț with a comma below', () => {
    expect(JSON.stringify({ check, alarm, texts })).not.toMatch(/[şţŞŢ]/);
  });
});

describe('an error of the envelope', () => {
  test('comes out of a worker as it went in', () => {
    const error = new EnvelopeError('MEDIUM_EXISTS', { name: 'a b' });
    const outside = Object.assign(new Error(error.message), { name: 'EnvelopeError', code: 'MEDIUM_EXISTS' });
    expect(revive(outside)).toEqual(error);
    const other = new Error('disk');
    expect(revive(other)).toBe(other);
  });
});
