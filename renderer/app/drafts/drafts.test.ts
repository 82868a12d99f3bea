import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { WaitingForm } from '../../../shared/contract/drafts.ts';
import { Language } from '../../../shared/domain/base.ts';
import { FormName } from '../../../shared/domain/draft.ts';
import { createTexts } from '../../../shared/i18n/index.ts';
import { personParts } from '../shell/screen-paths.ts';
import { placeBefore } from '../shell/place-memory.ts';
import { createBeforeLock } from './before-lock.ts';
import { keptForms, pathOf, type KeptForm } from './forms.ts';
import { joined, Keeper } from './keeper.ts';
import { momentText } from './moment.ts';
import { fieldsOf, keptText, restored } from './restore.ts';
import { DraftShelf } from './shelf.ts';
import { openState } from './use-form-open.ts';
import { toldAt } from './waiting-forms.tsx';

const personId = '0190a000-0000-7000-8000-000000000001';
const savedAt = '2026-11-22T12:32:00.000Z';

describe('a draft read again', () => {
  const defaults = { name: '', sources: [] as string[], agreed: false, kind: undefined };
  const fields = ['name', 'sources', 'agreed', 'kind'];

  it('comes back as it was typed', () => {
    const typed = { name: 'Țîrlea', sources: ['INTERVIEW'], agreed: true, kind: 'FAMILY' };
    expect(restored(fields, defaults, keptText(fields, defaults, typed))).toEqual(typed);
  });

  it('does not take back what a colleague changed meanwhile in fields nobody touched', () => {
    const opened = { unit: '3', regime: 'CLOSED', sources: ['FILE'] };
    const kept = keptText(Object.keys(opened), opened, { ...opened, regime: 'OPEN', sources: ['FILE'] });
    const today = { unit: '5', regime: 'CLOSED', sources: ['FILE', 'INTERVIEW'] };
    expect({ ...today, ...restored(Object.keys(today), today, kept) }).toEqual({ unit: '5', regime: 'OPEN', sources: ['FILE', 'INTERVIEW'] });
  });

  it('keeps that a field was emptied, and nothing of a form nobody touched', () => {
    const opened = { unit: '3', regime: 'CLOSED' };
    expect(keptText(['unit', 'regime'], opened, { unit: '', regime: 'CLOSED' })).toBe('{"unit":""}');
    expect(keptText(['unit', 'regime'], opened, opened)).toBe('{}');
  });

  it.each([
    ['no JSON at all', '{"name":', {}],
    ['not a form', '"text"', {}],
    ['nothing', 'null', {}],
    ['a field the form does not have', '{"name":"a","password":"b"}', { name: 'a' }],
    ['a field of another kind', '{"name":{"a":1},"sources":"x","agreed":"yes"}', {}],
    ['a list of something else', '{"sources":[1,2]}', {}],
    ['a field as long as a book', JSON.stringify({ name: 'x'.repeat(8001) }), {}],
    ['what every object has', '{"__proto__":{"name":"a"},"constructor":"b"}', {}],
  ])('%s: takes only what fits', (_what, text, taken) => expect(restored([...fields, 'toString'], defaults, text)).toEqual(taken));

  it('is one text for one state, whatever the order of the fields', () => {
    expect(keptText(fields, {}, { agreed: false, name: 'a', file: new Map() })).toBe(keptText(fields, {}, { name: 'a', agreed: false }));
  });

  it('knows the fields of every kind of form schema', () => {
    const plain = z.object({ a: z.string(), b: z.string() });
    const check = plain.superRefine(() => undefined);
    expect([plain, check, check.transform(({ a }) => a)].map(fieldsOf)).toEqual([['a', 'b'], ['a', 'b'], ['a', 'b']]);
    expect(fieldsOf(z.string())).toEqual([]);
  });
});

describe('before a lock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('starts every write at once and waits for all of them, also when one fails', async () => {
    const { add, flush } = createBeforeLock();
    const order: string[] = [];
    const write = (name: string, ms: number) => async () => {
      order.push(`${name} starts`);
      await new Promise((done) => setTimeout(done, ms));
      order.push(`${name} ends`);
      if (name === 'b') throw new Error('no room');
    };
    add(write('a', 20));
    add(write('b', 10));
    add(write('gone', 10))();
    const done = flush(300);
    expect(order).toEqual(['a starts', 'b starts']);
    await vi.advanceTimersByTimeAsync(25);
    await done;
    expect(order).toEqual(['a starts', 'b starts', 'b ends', 'a ends']);
  });

  it('does not wait for a write that never ends', async () => {
    const { add, flush } = createBeforeLock();
    add(() => new Promise(() => undefined));
    let over = false;
    const done = flush(300).then(() => (over = true));
    await vi.advanceTimersByTimeAsync(299);
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await done;
    expect(over).toBe(true);
  });
});

describe('the shelf', () => {
  /** A core that keeps drafts in memory and notes what it was asked. */
  const core = () => {
    const kept = new Map<string, WaitingForm & { readonly value: string }>();
    const calls: string[] = [];
    const key = (place: { readonly form: string; readonly personId?: string | undefined; readonly about?: string | undefined }) => `${place.form} ${place.personId ?? ''} ${place.about ?? ''}`;
    const shelf = new DraftShelf({
      keep: async (draft) => {
        calls.push(`keep ${draft.value}`);
        kept.set(key(draft), { ...draft, savedAt });
        return { savedAt };
      },
      find: async (place) => kept.get(key(place)) ?? null,
      drop: async (place) => {
        calls.push('drop');
        kept.delete(key(place));
      },
      list: async () => [...kept.values()].map(({ value: _value, ...form }) => form),
    });
    return { shelf, calls };
  };
  const place = { form: 'people.setDate', personId } as const;

  it('offers a form once it is closed, and not while it is open', async () => {
    const { shelf } = core();
    const heard = vi.fn();
    shelf.subscribe(heard);
    const closed = shelf.opened(place);
    await shelf.keep(place, 'a');
    await shelf.load();
    expect(shelf.waiting()).toEqual([]);
    expect(heard).not.toHaveBeenCalled();
    closed();
    await vi.waitFor(() => expect(shelf.waiting()).toMatchObject([{ form: 'people.setDate', personId, savedAt }]));
    const before = shelf.waiting();
    await shelf.load();
    expect(shelf.waiting()).toBe(before);
    shelf.opened(place);
    expect(shelf.waiting()).toEqual([]);
  });

  it('a form that is dropped while it is being saved stays dropped', async () => {
    const { shelf, calls } = core();
    void shelf.keep(place, 'a');
    void shelf.keep(place, 'ab');
    await shelf.drop(place);
    expect(calls).toEqual(['keep a', 'keep ab', 'drop']);
    expect(await shelf.find(place)).toBeNull();
  });

  it('goes on after a call that failed', async () => {
    const { shelf } = core();
    const broken = new DraftShelf({ keep: () => Promise.reject(new Error('lost')), find: async () => null, drop: async () => undefined, list: () => Promise.reject(new Error('lost')) });
    await expect(broken.keep(place, 'a')).rejects.toThrow('lost');
    await broken.load();
    expect(broken.waiting()).toEqual([]);
    expect(await broken.find(place)).toBeNull();
    await shelf.load();
  });
});

describe('the place of an open form', () => {
  const place = { form: 'plan.mark', personId } as const;
  /** A vault that answers when it is told to, and notes what was asked of it. */
  const vault = () => {
    const calls: string[] = [];
    let answer = (_found: { readonly value: string; readonly savedAt: string } | null): void => undefined;
    let fail = (_error: Error): void => undefined;
    const found = new Promise<{ readonly value: string; readonly savedAt: string } | null>((resolve, reject) => {
      answer = resolve;
      fail = reject;
    });
    const shelf = { find: () => found, keep: async (_place: unknown, text: string) => void calls.push(`keep ${text}`), drop: async () => void calls.push('drop') };
    return { keeper: new Keeper(shelf, place, '{}'), calls, answer, fail };
  };

  it('is not written before it was read, and then with what was joined', async () => {
    const { keeper, calls, answer } = vault();
    let text = '{"note":"new"}';
    const read = keeper.read((draft) => {
      text = joined(draft, text);
      return true;
    });
    const written = keeper.write(() => text);
    await Promise.resolve();
    expect(calls).toEqual([]);
    answer({ value: '{"note":"She asked","on":"2026-11-22"}', savedAt });
    expect(await read).toBe(true);
    await written;
    expect(calls).toEqual(['keep {"note":"She asked new","on":"2026-11-22"}']);
  });

  it('that holds a draft about something else is neither written nor emptied', async () => {
    const { keeper, calls, answer } = vault();
    answer({ value: '{"note":"of another step"}', savedAt });
    expect(await keeper.read(() => false)).toBe(false);
    await keeper.write(() => '{"note":"b"}');
    await keeper.write(() => '{}');
    await keeper.forget();
    expect(calls).toEqual([]);
  });

  it('that could not be read is left as it is, and says why', async () => {
    const { keeper, calls, fail } = vault();
    fail(new Error('lost'));
    await expect(keeper.read(() => true)).rejects.toThrow('lost');
    await keeper.write(() => '{"note":"b"}');
    await keeper.forget();
    expect(calls).toEqual([]);
  });

  it('that is free is written, and emptied when nothing is left in the form', async () => {
    const { keeper, calls, answer } = vault();
    answer(null);
    expect(await keeper.read(() => false)).toBe(true);
    await keeper.write(() => '{"note":"b"}');
    await keeper.write(() => '{}');
    expect(calls).toEqual(['keep {"note":"b"}', 'drop']);
  });

  it.each([
    ['other fields', '{"a":"x y"}', '{"b":"z"}', '{"a":"x y","b":"z"}'],
    ['one day in both', '{"on":"2026-11-20"}', '{"on":"2026-11-22"}', '{"on":"2026-11-22"}'],
    ['lines of a round', '{"HEALTH":{"text":"no doctor","basis":"FILE"}}', '{"HEALTH":{"text":"n","basis":"FILE"},"WORK":{"text":"w","basis":"FILE"}}', '{"HEALTH":{"text":"no doctor n","basis":"FILE"},"WORK":{"text":"w","basis":"FILE"}}'],
    ['a list of lines', '"one two\\nthree"', '"four"', '"one two\\nthree\\nfour"'],
    ['words begun with a space', '{"a":"one two"}', '{"a":" three"}', '{"a":"one two three"}'],
    ['a field emptied by nobody', '{"a":"x"}', '{"a":""}', '{"a":"x"}'],
    ['no draft', '{"a":', '{"a":"b"}', '{"a":"b"}'],
  ])('joins %s', (_what, draft, typed, both) => expect(joined(draft, typed)).toBe(both));
});

describe('every kept form', () => {
  const forms: readonly (readonly [string, KeptForm])[] = Object.entries(keptForms);

  it.each(forms)('%s has a name the core takes, a place and a title in every language', (name, form) => {
    expect(FormName.safeParse(name).success).toBe(true);
    expect(pathOf(form, { personId, about: personId })).not.toMatch(/:|undefined/);
    if ('part' in form.on) expect(personParts).toContain(form.on.part);
    for (const language of Language.options) expect([language, createTexts(language).exists(form.title)]).toEqual([language, true]);
  });
});

describe('what waits is told', () => {
  const waiting: readonly WaitingForm[] = [
    { form: 'people.setDate', personId, savedAt },
    { form: 'needs.line', personId: '0190a000-0000-7000-8000-000000000002', savedAt },
    { form: 'contacts.compare', about: personId, savedAt },
    { form: 'people.add', savedAt },
    { form: 'of.anotherVersion', personId, savedAt },
    { form: 'needs.line', savedAt },
  ];
  it.each([
    ['on the first screen, all of them that this version knows', '/day', ['people.setDate', 'needs.line', 'contacts.compare', 'people.add']],
    ['on the page of a person, theirs alone', `/people/${personId}/plan`, ['people.setDate']],
    ['on the screen it is filled in on', '/services', ['contacts.compare']],
    ['on the list of people, a new one', '/people', ['people.add']],
    ['nowhere else', '/audit', []],
  ])('%s', (_where, pathname, forms) => expect(toldAt(waiting, pathname, '/day').map(({ form }) => form)).toEqual(forms));

  it('and opened by what stands beside the address', () => {
    expect(openState('plan.answer', personId)).toEqual({ open: 'plan.answer', about: personId });
    expect(openState('people.add', undefined)).toEqual({ open: 'people.add' });
  });

  it('with its time today, and its day when it is older', () => {
    expect(momentText('en-GB', 'Europe/Bucharest', '2026-11-22', savedAt)).toBe('14:32');
    expect(momentText('en-GB', 'Europe/Bucharest', '2026-11-23', savedAt)).toBe('22 Nov, 14:32');
    expect(momentText('ro-RO', 'Europe/Bucharest', '2026-11-23', '2026-11-22T22:30:00.000Z')).toBe('00:30');
  });
});

it.each([
  ['the same user, back where they were', `ana /people/${personId}/notes`, 'ana', `/people/${personId}/notes`],
  ['somebody else', `ana /people/${personId}`, 'dan', undefined],
  ['a screen they may not enter any more', 'ana /audit', 'ana', undefined],
  ['nothing remembered', null, 'ana', undefined],
  ['something else in its place', 'ana', 'ana', undefined],
])('after the lock: %s', (_who, kept, user, path) => expect(placeBefore(kept, user, ['/people', '/people/:id/:part?'])).toBe(path));
