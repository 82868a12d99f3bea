import type { DocumentChoice } from '../../../../shared/contract/documents.ts';
import type { PackDocument, PackRow } from '../../../../shared/contract/packs.ts';
import type { Language } from '../../../../shared/domain/base.ts';
import { packMissing } from '../../../../shared/domain/first-days.ts';
import { isTransfer, type Handover } from '../../../../shared/domain/handover.ts';
import { isForPack } from '../../../../shared/domain/pack-rules.ts';
import { displayName, type Person } from '../../../../shared/domain/people.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { previewDocument, type PreviewedPdf, type Previews } from '../documents/previews.ts';
import { firstDaysSources } from '../first-days/facts.ts';
import { handoversOf } from '../handover/handover.ts';
import { HOME_COLLECTIONS } from '../home/kept-facts.ts';
import { viewSettings } from '../settings/settings.ts';
import { existing, orRefuse, RefusedError, type Work } from '../work.ts';
import { readyPacks, type PackFound } from './who.ts';

/** What the list of packs follows. */
export const PACK_COLLECTIONS = HOME_COLLECTIONS;

/** The hand-over whose papers are handed out: the newest one that was authorised. */
const handoverOf = async (work: Work, personId: string): Promise<Handover | undefined> => (await handoversOf(work, personId)).find((handover) => !isTransfer(handover) && isForPack(handover) && handover.past !== true && handover.stopped === undefined);

const defaultLanguage = async (work: Work): Promise<Language> => (await viewSettings(work)).defaultDocumentLanguage;

/** The papers of a pack: the emergency sheets as of today, the others in the language they were prepared in. */
const papersOf = ({ why, papers }: PackFound, person: Pick<Person, 'copyLanguage'>, handover: Handover | undefined, otherwise: Language): PackRow['documents'] => {
  const own = person.copyLanguage ?? handover?.documentLanguage ?? otherwise;
  return [
    ...(why === undefined ? [] : [{ document: 'emergency-pack' as const, language: person.copyLanguage ?? otherwise }]),
    ...(papers ? [{ document: 'person-copy' as const, language: own }] : []),
    ...(handover === undefined || !papers ? [] : [{ document: 'plan' as const, language: handover.documentLanguage }]),
  ];
};

/** People whose pack is ready, the next release first, those without a known day last. Nobody else is named. */
export const packs = async (work: Work): Promise<PackRow[]> => {
  const found = await readyPacks(work);
  const otherwise = await defaultLanguage(work);
  const rows = await Promise.all([...found.values()].map((pack) => rowOf(work, pack, otherwise)));
  const order = ({ releasedOn, name }: PackRow): string => `${releasedOn ?? '9'} ${name}`;
  return rows.toSorted((a, b) => order(a).localeCompare(order(b)));
};

const rowOf = async (work: Work, pack: PackFound, otherwise: Language): Promise<PackRow> => {
  const { personId, why, papers, release } = pack;
  const person = await existing(work, 'people', personId, 'person');
  // of the many whose release is only being prepared nothing is opened before somebody asks for it
  const soon = why !== undefined && why !== 'PREPARING';
  const missing = soon ? packMissing((await firstDaysSources(work, personId)).facts) : undefined;
  return {
    personId,
    name: displayName(person),
    code: person.code,
    ...(person.unit === undefined ? {} : { unit: person.unit }),
    ...(release === undefined ? {} : { releasedOn: release }),
    gone: person.status === 'RELEASED_FOLLOW_UP',
    ...(why === undefined ? {} : { why }),
    ...(missing === undefined ? {} : { missing: [...missing] }),
    documents: papersOf(pack, person, papers ? await handoverOf(work, personId) : undefined, otherwise),
  };
};

/**
 * One paper of a pack; audited as reading. The emergency sheets are made of what is known now, the others are as they were
 * prepared.
 * @throws RefusedError `pack.notReady` for anybody and anything that is not in a pack
 */
export const previewPack = async (work: Work, previews: Previews, { personId, document }: { readonly personId: string; readonly document: PackDocument }, signal?: AbortSignal): Promise<PreviewedPdf> => {
  const person = await existing(work, 'people', personId, 'person');
  orRefuse(mayBePrepared(person));
  const pack = (await readyPacks(work, personId)).get(personId);
  if (pack === undefined) throw new RefusedError({ code: 'pack.notReady' });
  const handover = pack.papers ? await handoverOf(work, personId) : undefined;
  const paper = papersOf(pack, person, handover, await defaultLanguage(work)).find((candidate) => candidate.document === document);
  if (paper === undefined) throw new RefusedError({ code: 'pack.notReady' });
  const choice: DocumentChoice = { personId, ...paper, ...(handover === undefined || document === 'emergency-pack' ? {} : { handoverId: handover.id }) };
  return previewDocument(work, previews, choice, signal);
};
