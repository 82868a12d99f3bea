import type { Organisation } from '../../../../shared/domain/directory.ts';
import type { GoalTemplate } from '../../../../shared/domain/goal-template.ts';
import type { Programme } from '../../../../shared/domain/learning.ts';
import { whatOf, type SharedPackKind } from '../../../../shared/domain/shared-pack.ts';
import type { SharedDoc } from '../../../../shared/domain/shared-pack-rules.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import type { Work } from '../work.ts';

const listed = {
  directory: (work: Work): Promise<Stored<Organisation>[]> => find(work.vault, 'partners', 'organisation', { selector: {}, sort: [{ 'ix.name': 'asc' }] }),
  catalogue: (work: Work): Promise<Stored<Programme>[]> => find(work.vault, 'programmes', 'programme', { selector: {}, sort: [{ 'ix.code': 'asc' }] }),
  templates: (work: Work): Promise<Stored<GoalTemplate>[]> => find(work.vault, 'programmes', 'goalTemplate', { selector: {}, sort: [{ id: 'asc' }] }),
} as const;

/** Everything a pack of this kind speaks of, as it stands here. */
export const docsOf = (work: Work, kind: SharedPackKind): Promise<Stored<SharedDoc>[]> => listed[kind](work) as Promise<Stored<SharedDoc>[]>;

/** Where documents of a kind are kept. */
export const collectionOfKind = (kind: SharedPackKind): 'partners' | 'programmes' => (whatOf[kind] === 'organisation' ? 'partners' : 'programmes');

export const putDoc = (kind: SharedPackKind, doc: SharedDoc): Change => ({ op: 'put', collection: collectionOfKind(kind), doc }) as Change;
