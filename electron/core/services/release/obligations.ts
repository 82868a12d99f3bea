import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { obligationFits, obligationsAhead, type Obligation, type ObligationWords } from '../../../../shared/domain/obligations.ts';
import { changed, created, existing, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { obligationsOf, roadOf, roadWith } from './road.ts';

type Typed = { readonly [K in keyof ObligationWords]: ObligationWords[K] | (undefined extends ObligationWords[K] ? undefined : never) };

const wordsOf = ({ until, ...rest }: Typed): ObligationWords => ({ ...rest, ...(until === undefined ? {} : { until }) });

/** Enters an obligation; it takes a "none" back that was said before. @throws RefusedError obligation.…, notFound */
export const addObligation = async (work: Work, { personId, obligation: typed }: { readonly personId: string; readonly obligation: Typed }): Promise<{ obligationId: string }> => {
  await existing(work, 'people', personId, 'person');
  const words = wordsOf(typed);
  orRefuse(obligationFits(words));
  const obligation: Obligation = { ...created(work), type: 'obligation', personId, ...words };
  const before = await roadOf(work, personId);
  const road = before?.noObligations === undefined ? [] : [{ op: 'put' as const, collection: 'release' as const, doc: await roadWith(work, personId, ({ noObligations: _none, ...rest }) => rest) }];
  await save(work, [{ op: 'put', collection: 'release', doc: obligation }, ...road], { action: 'release.addObligation', personId, details: { kind: obligation.kind } });
  return { obligationId: obligation.id };
};

/** Puts an obligation right; what was read aloud of it has to be read again. @throws RefusedError, VaultError CONFLICT */
export const changeObligation = async (work: Work, { obligationId, _rev, obligation: typed }: { readonly obligationId: string; readonly _rev: string; readonly obligation: Typed }): Promise<void> => {
  const found = await existing(work, 'release', obligationId, 'obligation');
  if (found.ended !== undefined) throw new RefusedError({ code: 'obligation.ended' });
  const words = wordsOf(typed);
  orRefuse(obligationFits(words));
  const { until: _until, ...rest } = found;
  const road = await roadOf(work, found.personId);
  const again = road === undefined ? [] : [{ op: 'put' as const, collection: 'release' as const, doc: await roadWith(work, found.personId, (before) => ({ ...before, readAloud: before.readAloud.map((read) => ({ ...read, obligations: read.obligations.filter((id) => id !== obligationId) })) })) }];
  await save(work, [{ op: 'put', collection: 'release', doc: changed(work, { ...rest, ...words, _rev }) }, ...again], { action: 'release.changeObligation', personId: found.personId, details: { kind: words.kind } });
};

/** Lifted, or entered by mistake: it stays readable with the reason. */
export const endObligation = async (work: Work, { obligationId, reason }: { readonly obligationId: string; readonly reason: string }): Promise<void> => {
  const found = await existing(work, 'release', obligationId, 'obligation');
  if (found.ended !== undefined) throw new RefusedError({ code: 'obligation.ended' });
  await save(work, [{ op: 'put', collection: 'release', doc: changed(work, { ...found, ended: { on: work.today, by: work.vault.user.id, reason } }) }], {
    action: 'release.endObligation',
    personId: found.personId,
    details: { kind: found.kind },
  });
};

/** "None", by somebody who looked. @throws RefusedError obligation.thereAreSome */
export const noObligations = async (work: Work, { personId, source }: { readonly personId: string; readonly source: string }): Promise<void> => {
  await existing(work, 'people', personId, 'person');
  if (obligationsAhead(await obligationsOf(work, personId), work.today).length > 0) throw new RefusedError({ code: 'obligation.thereAreSome' });
  const road = await roadWith(work, personId, (before) => ({ ...before, noObligations: { on: work.today, by: work.vault.user.id, source } }));
  await save(work, [{ op: 'put', collection: 'release', doc: road }], { action: 'release.noObligations', personId });
};

/** Readings that are kept; the newest say what still counts. */
const MOST_READINGS = 40;

/** The obligations in force were read aloud. @throws RefusedError obligation.readInFuture, obligation.nothingToRead */
export const readAloud = async (work: Work, { personId, on }: { readonly personId: string; readonly on: CivilDate }): Promise<void> => {
  await existing(work, 'people', personId, 'person');
  if (on > work.today) throw new RefusedError({ code: 'obligation.readInFuture' });
  const obligations = obligationsAhead(await obligationsOf(work, personId), work.today).map(({ id }) => id);
  if (obligations.length === 0) throw new RefusedError({ code: 'obligation.nothingToRead' });
  const road = await roadWith(work, personId, (before) => ({ ...before, readAloud: [...before.readAloud, { on, by: work.vault.user.id, obligations }].slice(-MOST_READINGS) }));
  await save(work, [{ op: 'put', collection: 'release', doc: road }], { action: 'release.readAloud', personId });
};
