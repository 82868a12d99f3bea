import { describe, expect, it } from 'vitest';
import { answered, answerToday, detailsChanged, othersToTell, type ThirdPersonAct } from './third-person-rules.ts';
import type { ThirdPerson, ThirdPersonKind } from './third-person.ts';

const today = '2026-11-22';
const me = '01900000-0000-7000-8000-00000000000a';
const someone = (kind: ThirdPersonKind = 'RELATIVE'): ThirdPerson => ({ id: me, v: 1, createdAt: '', createdBy: me, updatedAt: '', updatedBy: me, type: 'thirdPerson', personId: me, kind, name: 'Exemplu Maria', phone: '0700 000 000', answers: [] });
const yes: ThirdPersonAct = { command: 'give', on: '2026-11-20', told: 'numele și telefonul, serviciului de probațiune', how: 'BY_PHONE' };
const after = (third: ThirdPerson, ...acts: readonly ThirdPersonAct[]): ThirdPerson =>
  acts.reduce((now, act) => {
    const next = answered(now, act, me, today);
    if (!next.ok) throw new Error(next.refusal.code);
    return next.value;
  }, third);
const given = { purpose: 'FAMILY_CONTACT', decision: 'GIVEN' } as const;

describe('their own answer', () => {
  it.each<[string, readonly ThirdPersonAct[], Partial<ThirdPersonAct>, string]>([
    ['without having been told what for', [], { told: undefined }, 'thirdPerson.notTold'],
    ['tomorrow', [], { on: '2026-11-23' }, 'thirdPerson.inFuture'],
    ['before the last answer', [yes], { on: '2026-11-01' }, 'thirdPerson.beforeLast'],
    ['that ended before it began', [], { validTo: '2026-11-19' }, 'thirdPerson.validTo'],
    ['no, with a last day', [], { command: 'refuse', validTo: '2026-12-31' }, 'thirdPerson.validTo'],
    ['taken back before it was given', [], { command: 'withdraw' }, 'machine.thirdPerson'],
  ])('is refused: %s', (_name, before, over, code) => {
    expect(answered(after(someone(), ...before), { ...yes, ...over }, me, today)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('runs out after its last day, and not before', () => {
    const third = after(someone(), { ...yes, validTo: '2026-12-31' });
    expect([answerToday(third, '2026-12-31'), answerToday(third, '2027-01-01')]).toEqual(['GIVEN', 'EXPIRED']);
  });

  it('is asked for anew when the name or the number is another, not when only the word for them is', () => {
    const third = after(someone(), yes);
    const changed = (over: object) => detailsChanged(third, { kind: 'RELATIVE', name: third.name, phone: '0700 000 000', ...over });
    expect(changed({ relation: 'soră' })).toMatchObject({ ok: true, value: { answers: [{ answer: 'GIVEN' }] } });
    expect(changed({ phone: '0700 000 001' })).toMatchObject({ ok: true, value: { answers: [] } });
    expect(changed({ name: 'Altcineva' })).toMatchObject({ ok: true, value: { answers: [] } });
  });
});

describe('who may be named to a service', () => {
  it.each<[string, ThirdPersonKind, readonly ThirdPersonAct[], readonly { purpose: 'FAMILY_CONTACT' | 'EMPLOYER'; decision: 'GIVEN' | 'REFUSED' | 'WITHDRAWN' }[], number]>([
    ['nobody who was not asked', 'RELATIVE', [], [given], 0],
    ['a relative who said yes, when the person agrees to contact with the family', 'RELATIVE', [yes], [given], 1],
    ['not a relative when the person was never asked', 'RELATIVE', [yes], [], 0],
    ['not a relative when the person does not want it', 'RELATIVE', [yes], [{ purpose: 'FAMILY_CONTACT', decision: 'REFUSED' }], 0],
    ['not a relative who said no', 'RELATIVE', [{ ...yes, command: 'refuse' }], [given], 0],
    ['not a relative who took it back', 'RELATIVE', [yes, { ...yes, command: 'withdraw', on: today }], [given], 0],
    ['a host who said yes: where somebody goes was asked of the person', 'HOST', [yes], [], 1],
    ['not an employer on the consent for the family', 'EMPLOYER', [yes], [given], 0],
    ['an employer on their own', 'EMPLOYER', [yes], [{ purpose: 'EMPLOYER', decision: 'GIVEN' }], 1],
  ])('%s', (_name, kind, acts, choices, named) => {
    const told = othersToTell([after(someone(kind), ...acts)], choices, today);
    expect([told.named.length, told.withheld]).toEqual([named, 1 - named]);
  });

  it('somebody who was taken off is neither named nor counted', () => {
    expect(othersToTell([{ ...after(someone('HOST'), yes), ended: { on: today, by: me } }], [], today)).toEqual({ named: [], withheld: 0 });
  });
});
