import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_DRAFT } from '../../../../shared/domain/draft.ts';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { names } from '../../demo/story-texts.ts';
import { newId } from '../work.ts';

let folder: string;
let prison: DemoWorkplace;
let personId: string;
let now = Date.parse('2026-11-22T10:00:00Z');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => now);
  await createPrison(prison);
  ({ id: personId } = await prison.calls.people.add({ code: 'TM-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' }));
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an unfinished form', () => {
  it('is found again by its form, its person and its matter, and by nothing else', async () => {
    const about = newId();
    const { calls } = prison;
    expect(await calls.drafts.find({ form: 'plan.approve', personId, about })).toBeNull();
    await calls.drafts.keep({ form: 'plan.approve', personId, about, value: '{"reason":"unu"}' });
    now += 1000;
    await calls.drafts.keep({ form: 'plan.approve', personId, about, value: '{"reason":"doi"}' });
    expect(await calls.drafts.find({ form: 'plan.approve', personId, about })).toEqual({ value: '{"reason":"doi"}', savedAt: '2026-11-22T10:00:01.000Z' });
    for (const other of [{ form: 'plan.answer', personId, about }, { form: 'plan.approve', personId }, { form: 'plan.approve', about }, { form: 'plan.approve', personId, about: newId() }]) {
      expect(await calls.drafts.find(other)).toBeNull();
    }
    now += 1000;
    await calls.drafts.keep({ form: 'people.add', value: '{}' });
    expect(await calls.drafts.list()).toEqual([
      { form: 'people.add', savedAt: '2026-11-22T10:00:02.000Z' },
      { form: 'plan.approve', personId, about, personName: 'Exemplu Ion', savedAt: '2026-11-22T10:00:01.000Z' },
    ]);
    await calls.drafts.drop({ form: 'plan.approve', personId, about });
    await calls.drafts.drop({ form: 'people.add' });
    expect(await calls.drafts.list()).toEqual([]);
  });

  it('is offered to its writer only', async () => {
    await prison.calls.drafts.keep({ form: 'notes.add', personId, value: '{"text":"al educatorului"}' });
    await prison.changeUser(names.coordinator);
    expect(await prison.calls.drafts.list()).toEqual([]);
    expect(await prison.calls.drafts.find({ form: 'notes.add', personId })).toBeNull();
    await prison.calls.drafts.keep({ form: 'notes.add', personId, value: '{"text":"al coordonatorului"}' });
    await prison.calls.drafts.drop({ form: 'notes.add', personId });
    await prison.changeUser(names.educator);
    expect(await prison.calls.drafts.find({ form: 'notes.add', personId })).toMatchObject({ value: '{"text":"al educatorului"}' });
    await prison.calls.drafts.drop({ form: 'notes.add', personId });
  });

  it('writes no audit entry, however long somebody types', async () => {
    const { vault } = prison.core.session;
    const [before] = await vault.audit.read({ limit: 1 });
    for (let letter = 0; letter < 30; letter += 1) await prison.calls.drafts.keep({ form: 'notes.add', personId, value: JSON.stringify({ text: 'a'.repeat(letter) }) });
    await prison.calls.drafts.drop({ form: 'notes.add', personId });
    expect(await vault.audit.read({ limit: 1 })).toEqual([before]);
  });

  it.each([
    ['longer than any form', { form: 'notes.add', value: 'x'.repeat(MAX_DRAFT + 1) }, 'draft.tooLong'],
    ['about somebody who is not there', { form: 'notes.add', personId: newId(), value: '{}' }, 'notFound'],
  ])('%s is refused in words', async (_what, draft, code) => {
    await expect(prison.calls.drafts.keep(draft)).rejects.toMatchObject({ data: { code } });
  });
});
