import { describe, expect, it } from 'vitest';
import type { DisclosureContent } from './disclosure.ts';
import { correctedEntry, identifications, mayStand, purposesFor } from './disclosure-rules.ts';

const today = '2026-11-22';
const id = (at: number): string => `01a20000-0000-7000-8000-00000000000${at}`;
const consent = (at: number, purpose: 'FAMILY_CONTACT' | 'STATISTICS', decision: 'GIVEN' | 'WITHDRAWN', on: string) => ({ id: id(at), purpose, decision, on });
const told: DisclosureContent = { on: today, way: 'PHONE', asker: 'Serviciul de Probațiune', identified: 'CALLED_BACK', answer: 'TOLD', told: ['RELEASE_DATES'], ground: 'LEGAL_DUTY', act: 'art. 101 CP' };
const refusedCall: DisclosureContent = { on: today, way: 'PHONE', asker: 'un bărbat', identified: 'NOT_IDENTIFIED', answer: 'REFUSED', told: [] };
const without = (content: DisclosureContent, ...keys: readonly (keyof DisclosureContent)[]): DisclosureContent =>
  Object.fromEntries(Object.entries(content).filter(([key]) => !keys.includes(key as keyof DisclosureContent))) as DisclosureContent;

describe('an entry of the disclosure book', () => {
  it.each<readonly [string, DisclosureContent, string | undefined]>([
    ['a call that was called back, with its act', told, undefined],
    ['a caller whom nobody could identify, refused', refusedCall, undefined],
    ['told to a caller who was not identified', { ...told, identified: 'NOT_IDENTIFIED' }, 'disclosure.notIdentified'],
    ['a paper seen by phone', { ...told, identified: 'IDENTITY_PAPER' }, 'disclosure.wayOfIdentifying'],
    ['tomorrow', { ...told, on: '2026-11-23' }, 'disclosure.inFuture'],
    ['told, but not what', { ...told, told: [] }, 'disclosure.nothingTold'],
    ['told without a ground', without(told, 'ground', 'act'), 'disclosure.nothingTold'],
    ['a duty without its act', without(told, 'act'), 'disclosure.actMissing'],
    ['an order without its number', { ...without(told, 'act'), ground: 'COURT_ORDER' }, 'disclosure.actMissing'],
    ['vital interest needs none', { ...without(told, 'act'), ground: 'VITAL_INTEREST' }, undefined],
    ['by a consent of that day', { ...without(told, 'act'), ground: 'CONSENT', purpose: 'FAMILY_CONTACT', on: '2026-11-10' }, undefined],
    ['by a consent before it was given', { ...without(told, 'act'), ground: 'CONSENT', purpose: 'FAMILY_CONTACT', on: '2026-10-31' }, 'disclosure.noConsent'],
    ['by a consent that was withdrawn', { ...without(told, 'act'), ground: 'CONSENT', purpose: 'FAMILY_CONTACT' }, 'disclosure.noConsent'],
    ['by a consent without saying which', { ...without(told, 'act'), ground: 'CONSENT' }, 'disclosure.noConsent'],
    ['by not objecting, which is no consent', { ...without(told, 'act'), ground: 'CONSENT', purpose: 'STATISTICS' }, 'disclosure.noConsent'],
    ['refused, and yet something told', { ...refusedCall, told: ['IS_HERE'] }, 'disclosure.refusedTellsNothing'],
  ])('%s', (_what, content, code) => {
    const choices = [consent(1, 'FAMILY_CONTACT', 'GIVEN', '2026-11-01'), consent(2, 'FAMILY_CONTACT', 'WITHDRAWN', '2026-11-20'), consent(3, 'STATISTICS', 'GIVEN', '2026-01-01')];
    const outcome = mayStand(content, choices, today);
    expect(outcome.ok ? undefined : outcome.refusal.code).toBe(code);
  });

  it('offers a way to say that nobody was identified, whichever way they asked', () => {
    for (const ways of Object.values(identifications)) expect(ways).toContain('NOT_IDENTIFIED');
  });

  it('offers only consents that stood on that day', () => {
    const choices = [consent(1, 'FAMILY_CONTACT', 'GIVEN', '2026-11-01'), consent(2, 'FAMILY_CONTACT', 'WITHDRAWN', '2026-11-20')] as never;
    expect(purposesFor(choices, '2026-11-10')).toEqual(['FAMILY_CONTACT']);
    expect(purposesFor(choices, today)).toEqual([]);
  });
});

describe('a correction', () => {
  const entry = { ...told, id: id(9), v: 1, createdAt: 'x', createdBy: id(1), updatedAt: 'x', updatedBy: id(1), type: 'disclosure' as const, personId: id(2), earlier: [] };
  const actor = { id: id(5), today, now: '2026-11-22T10:00:00.000Z' };

  it('keeps what was said before, with its reason and day', () => {
    const outcome = correctedEntry(entry, refusedCall, 'greșeală', [], actor);
    expect(outcome).toMatchObject({ ok: true, value: { ...refusedCall, earlier: [{ ...told, until: actor.now, correctedBy: actor.id, reason: 'greșeală' }] } });
    expect(outcome.ok && 'ground' in outcome.value).toBe(false);
  });

  it.each([
    ['nothing changed', told, 'disclosure.sameContent'],
    ['changed into what may not stand', { ...told, identified: 'NOT_IDENTIFIED' as const }, 'disclosure.notIdentified'],
  ])('%s', (_what, next, code) => {
    expect(correctedEntry(entry, next, 'x', [], actor)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('ends after twenty', () => {
    const many = { ...entry, earlier: Array.from({ length: 20 }, () => ({ ...told, until: actor.now, correctedBy: actor.id, reason: 'x' })) };
    expect(correctedEntry(many, refusedCall, 'x', [], actor)).toMatchObject({ refusal: { code: 'disclosure.tooManyCorrections' } });
  });
});
