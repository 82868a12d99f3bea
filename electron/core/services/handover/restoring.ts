import type { Handover } from '../../../../shared/domain/handover.ts';
import { unsuperseded } from '../../../../shared/domain/handover-life.ts';
import type { Change } from '../../vault/types.ts';
import { changed, type Work } from '../work.ts';
import { handoversOf } from './handover.ts';

/** What a hand-over had replaced stands again: nothing of the newer one is outside. */
export const restoring = async (work: Work, { id, personId }: Pick<Handover, 'id' | 'personId'>): Promise<Change[]> =>
  (await handoversOf(work, personId))
    .filter(({ status, supersededBy }) => status === 'SUPERSEDED' && supersededBy === id)
    .map((old): Change => ({ op: 'put', collection: 'handovers', doc: changed(work, { ...unsuperseded(old), _rev: old._rev }) }));
