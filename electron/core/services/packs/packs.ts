import type { DocumentChoice } from '../../../../shared/contract/documents.ts';
import type { PackDocument, PackRow } from '../../../../shared/contract/packs.ts';
import type { Language } from '../../../../shared/domain/base.ts';
import type { Handover } from '../../../../shared/domain/handover.ts';
import { hasPack, isForPack } from '../../../../shared/domain/pack-rules.ts';
import { displayName, type Person } from '../../../../shared/domain/people.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { isInForce } from '../../../../shared/domain/plan-mark-rules.ts';
import { previewDocument, type PreviewedPdf, type Previews } from '../documents/previews.ts';
import { handoversOf } from '../handover/handover.ts';
import { readFacts } from '../home/kept-facts.ts';
import { find } from '../query.ts';
import { existing, orRefuse, RefusedError, type Work } from '../work.ts';

/** Whose papers lie ready today, off the index, with their day of release. */
const ready = (work: Work): ReadonlyMap<string, string | undefined> => {
  const { vault, today } = work;
  const handed = new Set(
    vault
      .rows('handovers', 'handover', ['personId', 'status', 'practice', 'over'])
      .filter(({ status, practice, over }) => over !== true && isForPack({ status: status as Handover['status'], practice: practice === true }))
      .map(({ personId }) => personId),
  );
  return new Map(
    readFacts(work).people.flatMap(({ id, status, release, plans }) => {
      const facts = { status, release: release?.date, handover: handed.has(id), approved: plans.some((plan) => isInForce(plan) || plan.status === 'CLOSED'), today };
      return hasPack(facts) ? [[id, release?.date] as const] : [];
    }),
  );
};

/** The hand-over whose papers are handed out: the newest one that was authorised. */
const handoverOf = async (work: Work, personId: string): Promise<Handover | undefined> => (await handoversOf(work, personId)).find((handover) => isForPack(handover) && handover.past !== true && handover.stopped === undefined);

const defaultLanguage = async (work: Work): Promise<Language> => (await find(work.vault, 'office', 'settings', { selector: {}, limit: 1 }))[0]?.defaultDocumentLanguage ?? 'en';

/** The papers of a pack, each in the language it was prepared in. */
const papersOf = (person: Pick<Person, 'copyLanguage'>, handover: Handover | undefined, otherwise: Language): PackRow['documents'] => [
  { document: 'person-copy', language: person.copyLanguage ?? handover?.documentLanguage ?? otherwise },
  ...(handover === undefined ? [] : [{ document: 'plan' as const, language: handover.documentLanguage }]),
];

/** People whose papers are ready, the next release first, those without a known day last. Nobody else is named. */
export const packs = async (work: Work): Promise<PackRow[]> => {
  const found = ready(work);
  const otherwise = await defaultLanguage(work);
  const rows = await Promise.all(
    [...found].map(async ([personId, releasedOn]): Promise<PackRow> => {
      const person = await existing(work, 'people', personId, 'person');
      return {
        personId,
        name: displayName(person),
        code: person.code,
        ...(person.unit === undefined ? {} : { unit: person.unit }),
        ...(releasedOn === undefined ? {} : { releasedOn }),
        gone: person.status === 'RELEASED_FOLLOW_UP',
        documents: papersOf(person, await handoverOf(work, personId), otherwise),
      };
    }),
  );
  const order = ({ releasedOn, name }: PackRow): string => `${releasedOn ?? '9'} ${name}`;
  return rows.toSorted((a, b) => order(a).localeCompare(order(b)));
};

/**
 * One paper of a pack, drawn from what was prepared; audited as reading.
 * @throws RefusedError `pack.notReady` for anybody and anything that is not in a pack
 */
export const previewPack = async (work: Work, previews: Previews, { personId, document }: { readonly personId: string; readonly document: PackDocument }, signal?: AbortSignal): Promise<PreviewedPdf> => {
  orRefuse(mayBePrepared(await existing(work, 'people', personId, 'person')));
  if (!ready(work).has(personId)) throw new RefusedError({ code: 'pack.notReady' });
  const handover = await handoverOf(work, personId);
  const person = await existing(work, 'people', personId, 'person');
  const paper = papersOf(person, handover, await defaultLanguage(work)).find((candidate) => candidate.document === document);
  if (paper === undefined) throw new RefusedError({ code: 'pack.notReady' });
  const choice: DocumentChoice = { personId, ...paper, ...(handover === undefined ? {} : { handoverId: handover.id }) };
  return previewDocument(work, previews, choice, signal);
};
