import type { OrganisationRow } from '../../../../shared/contract/directory.ts';
import type { Organisation, OrganisationContent } from '../../../../shared/domain/directory.ts';
import { find } from '../query.ts';
import { changed, created, existing, save, type Work } from '../work.ts';

/** Every service of the directory, by name. */
export const directory = async (work: Work): Promise<OrganisationRow[]> => find(work.vault, 'partners', 'organisation', { selector: {}, sort: [{ 'ix.name': 'asc' }] });

export const addOrganisation = async (work: Work, content: OrganisationContent): Promise<{ id: string }> => {
  const doc: Organisation = { ...created(work), type: 'organisation', ...content };
  await save(work, [{ op: 'put', collection: 'partners', doc }], { action: 'directory.add', details: { organisation: doc.id } });
  return { id: doc.id };
};

/** Puts right what is said of a service; where it came from stays. @throws RefusedError notFound */
export const changeOrganisation = async (work: Work, id: string, content: OrganisationContent): Promise<void> => {
  const { v, createdAt, createdBy, updatedAt, updatedBy, from, _rev } = await existing(work, 'partners', id, 'organisation');
  const doc = changed(work, { id, v, createdAt, createdBy, updatedAt, updatedBy, type: 'organisation' as const, ...content, ...(from === undefined ? {} : { from }), _rev });
  await save(work, [{ op: 'put', collection: 'partners', doc }], { action: 'directory.change', details: { organisation: id } });
};

/** @throws RefusedError notFound */
export const removeOrganisation = async (work: Work, id: string): Promise<void> => {
  const { _rev } = await existing(work, 'partners', id, 'organisation');
  await save(work, [{ op: 'remove', collection: 'partners', id, _rev }], { action: 'directory.remove', details: { organisation: id } });
};
