import { v5 as uuidv5 } from 'uuid';
import type { DraftPlace, WaitingForm } from '../../../../shared/contract/drafts.ts';
import { draftFits, type Draft } from '../../../../shared/domain/draft.ts';
import { displayName } from '../../../../shared/domain/people.ts';
import { created, existing, orRefuse, type Work } from '../work.ts';

/** What the ids of drafts are derived under, beside their user, form and matter. Drafts kept before are found by it: it never changes. */
const NAMESPACE = '0193d4a0-7d1c-7c55-9a70-3f5d6c1b2e94';

/** Where the user's draft of a form lies. The same for every save, so that there is never a second one. */
const idOf = ({ vault }: Work, { form, personId = '', about = '' }: DraftPlace): string =>
  uuidv5(`${vault.user.id} ${form} ${personId} ${about}`, NAMESPACE);

/**
 * Keeps what is typed into a form. A later save replaces it.
 * @throws RefusedError `draft.tooLong`; `notFound` when its person is not there
 */
export const keepDraft = async (work: Work, { value, ...place }: DraftPlace & { readonly value: string }): Promise<{ savedAt: string }> => {
  orRefuse(draftFits(value));
  if (place.personId !== undefined) await existing(work, 'people', place.personId, 'person');
  const draft: Draft = { ...created(work, idOf(work, place)), type: 'draft', ...place, userId: work.vault.user.id, value, savedAt: work.now };
  await work.vault.drafts.keep(draft);
  return { savedAt: draft.savedAt };
};

/** What was kept of a form, or null. Reading one's own words about a person is covered by the opening of their page. */
export const findDraft = async (work: Work, place: DraftPlace): Promise<{ value: string; savedAt: string } | null> => {
  const draft = await work.vault.get('assessments', idOf(work, place));
  return draft?.type === 'draft' && draft.userId === work.vault.user.id ? { value: draft.value, savedAt: draft.savedAt } : null;
};

/** Forgets what was kept of a form; nothing of it stays. */
export const dropDraft = (work: Work, place: DraftPlace): Promise<void> => work.vault.drafts.drop([idOf(work, place)]);

/**
 * Drafts about a record that was merged into another one go to that person, where their form is; only their writer may touch
 * them, so each goes when its writer looks. A form of which both records have one stays where it is.
 */
const broughtAlong = async (work: Work, drafts: readonly Draft[]): Promise<readonly Draft[]> => {
  const about = drafts.flatMap(({ personId }) => personId ?? []);
  if (about.length === 0) return drafts;
  const here = new Set(work.vault.rows('people', 'person', []).map(({ id }) => id));
  const lost = new Set(about.filter((id) => !here.has(id)));
  if (lost.size === 0) return drafts;
  const went = new Map(work.vault.rows('consents', 'merged', ['was', 'personId']).map(({ was, personId }) => [String(was), String(personId)] as const));
  return Promise.all(
    drafts.map(async (draft) => {
      const { personId, form, about: matter } = draft;
      const to = personId === undefined || !lost.has(personId) ? undefined : went.get(personId);
      if (to === undefined) return draft;
      const id = idOf(work, { form, personId: to, ...(matter === undefined ? {} : { about: matter }) });
      if ((await work.vault.get('assessments', id)) !== undefined) return draft;
      const moved: Draft = { ...draft, id, personId: to };
      await work.vault.drafts.keep(moved);
      await work.vault.drafts.drop([draft.id]);
      return moved;
    }),
  );
};

/** The user's unfinished forms, newest first, with whom they are about. */
export const waitingForms = async (work: Work): Promise<WaitingForm[]> => {
  const own = (await broughtAlong(work, await work.vault.drafts.own())).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  return Promise.all(
    own.map(async ({ form, personId, about, savedAt }) => {
      const person = personId === undefined ? undefined : await work.vault.get('people', personId);
      return {
        form,
        savedAt,
        ...(personId === undefined ? {} : { personId }),
        ...(about === undefined ? {} : { about }),
        ...(person === undefined ? {} : { personName: displayName(person) }),
      };
    }),
  );
};
