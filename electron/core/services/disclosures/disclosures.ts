import type { Disclosure, DisclosureContent } from '../../../../shared/domain/disclosure.ts';
import { contentOf, correctedEntry, mayStand } from '../../../../shared/domain/disclosure-rules.ts';
import type { Stored } from '../../vault/types.ts';
import { consentsOf } from '../consents/consents.ts';
import { find } from '../query.ts';
import { changed, created, existing, orRefuse, save, type Work } from '../work.ts';

/** The entries about a person, newest first. */
export const disclosuresOf = (work: Work, personId: string): Promise<Stored<Disclosure>[]> =>
  find(work.vault, 'consents', 'disclosure', { selector: { personId }, sort: [{ 'ix.on': 'desc' }, { id: 'desc' }] });

/** What the trail is told: the way and the ground in codes, how much; never who asked or what was said. */
const detailsOf = ({ way, ground, answer, told }: DisclosureContent) => ({ way, answer, topics: told.length, ...(ground === undefined ? {} : { ground }) });

/** Enters a request in the book. @throws RefusedError disclosure.…, notFound */
export const recordDisclosure = async (work: Work, personId: string, content: DisclosureContent): Promise<{ disclosureId: string }> => {
  await existing(work, 'people', personId, 'person');
  orRefuse(mayStand(content, await consentsOf(work, personId), work.today));
  const entry: Disclosure = { ...created(work), type: 'disclosure', personId, ...contentOf(content), earlier: [] };
  await save(work, [{ op: 'put', collection: 'consents', doc: entry }], { action: 'disclosure.record', personId, details: detailsOf(content) });
  return { disclosureId: entry.id };
};

/** Puts an entry right; what it said before stays. @throws RefusedError disclosure.…, notFound */
export const correctDisclosure = async (work: Work, disclosureId: string, content: DisclosureContent, reason: string): Promise<void> => {
  const entry = await existing(work, 'consents', disclosureId, 'disclosure');
  const actor = { id: work.vault.user.id, today: work.today, now: work.now };
  const next = orRefuse(correctedEntry(entry, content, reason, await consentsOf(work, entry.personId), actor));
  await save(work, [{ op: 'put', collection: 'consents', doc: changed(work, next) }], { action: 'disclosure.correct', personId: entry.personId, details: detailsOf(content) });
};
