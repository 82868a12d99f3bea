import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTexts } from '../../../shared/i18n/index.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { buildCard, cardFile, renewCard, rotateCard, type CardDetails } from '../../core/envelope/card.ts';
import { cardFingerprint } from '../../core/envelope/fingerprint.ts';
import { newServiceKeys } from '../../core/envelope/service-keys.ts';
import { newSigningKey } from '../../core/envelope/keys.ts';
import type { Command } from '../command.ts';
import { failureOf } from '../exit.ts';
import { cardChange, cardCompare, cardFingerprintOf, cardVerify } from './card.ts';

let folder: string;
let digits = '';
let others = '';
const today = new Date().toISOString().slice(0, 10);
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  const keys = await newServiceKeys();
  const details: CardDetails = { serviceId: '019a0000-0000-7000-8000-000000000001', kind: 'prison', name: 'Penitenciarul Test', reads: { case: 1 }, validFrom: '2026-01-01', validTo: addDays(today, 400) };
  const card = buildCard(details, keys);
  const write = (name: string, made: ReturnType<typeof buildCard>) => writeFileSync(file(name), cardFile(made));
  write('card', card);
  write('renewed', renewCard({ ...details, validTo: addDays(today, 800) }, keys));
  write('rotated', rotateCard(card, keys.signingKey, details, { ...keys, signingKey: keys.nextSigningKey, nextSigningKey: newSigningKey() }));
  write('moved', buildCard({ ...details, phone: '0700' }, keys));
  write('ended', buildCard({ ...details, validTo: addDays(today, -2) }, keys));
  writeFileSync(file('cut'), cardFile(card).subarray(0, 100));
  writeFileSync(file('changed'), cardFile(card).toString().replace('Test', 'Fals'));
  digits = cardFingerprint(card).groups.join(' ');
  others = cardFingerprint(buildCard(details, await newServiceKeys())).groups.join('');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: Command, ...positionals: readonly string[]) => command.run({ values: {}, positionals, texts: createTexts('en'), say: () => undefined, version: '0.0.0' });
const exitOf = async (command: Command, ...positionals: readonly string[]) => {
  try {
    return (await run(command, ...positionals)).exit ?? 'ok';
  } catch (error) {
    return failureOf(error).exit;
  }
};

describe('a card without a vault', () => {
  it.each([
    ['a good one', 'card', 'ok'],
    ['one past its last day', 'ended', 'envelope'],
    ['half of one', 'cut', 'envelope'],
    ['one with another name', 'changed', 'envelope'],
    ['none', 'nowhere', 'medium'],
  ])('%s is verified with its exit code', async (_case, name, exit) => expect(await exitOf(cardVerify, file(name))).toBe(exit));

  it('tells its fingerprint as the screen does', async () => {
    expect((await run(cardFingerprintOf, file('card'))).result).toMatchObject({ groups: digits.split(' '), qr: expect.stringMatching(/^VARCO-CARD:1:/) as unknown });
  });

  it.each([
    ['the right digits', () => digits, 'ok'],
    ['the digits of another card', () => others, 'envelope'],
    ['a slip of the finger', () => digits.replace(/\d$/, (last) => String((Number(last) + 1) % 10)), 'usage'],
    ['another QR code', () => 'VARCO-CARD:1:x:y', 'envelope'],
  ])('%s are compared', async (_case, typed, exit) => expect(await exitOf(cardCompare, file('card'), typed())).toBe(exit));

  it.each([
    ['card', { change: 'SAME', trusted: true }, 'ok'],
    ['renewed', { change: 'RENEWED', trusted: true }, 'ok'],
    ['rotated', { change: 'ROTATED', trusted: true }, 'ok'],
    ['moved', { change: 'ALARM', reason: 'DETAILS_CHANGED', trusted: false }, 'envelope'],
  ])('what came as %s', async (name, result, exit) => {
    expect((await run(cardChange, file('card'), file(name))).result).toEqual(result);
    expect(await exitOf(cardChange, file('card'), file(name))).toBe(exit);
  });
});
