import { mayPrepare } from '../../../../shared/domain/appointment-rules.ts';
import type { Departure, DepartureState, DepartureThing } from '../../../../shared/domain/departure.ts';
import { departureStands } from '../../../../shared/domain/first-days.ts';
import { viewSettings } from '../settings/settings.ts';
import { changed, created, existing, orRefuse, save, type Work } from '../work.ts';
import { departureOf } from './facts.ts';

export interface DepartureInput {
  readonly personId: string;
  readonly thing: DepartureThing;
  readonly state?: DepartureState | undefined;
  readonly words?: string | undefined;
  readonly phone?: string | undefined;
  readonly days?: number | undefined;
}

/**
 * Writes down one line of how somebody leaves, or that it is not known any more. Call it in turn: the first line makes the
 * document. @throws RefusedError notFound, firstDays.stopped, departure.…
 */
export const setDeparture = async (work: Work, { personId, thing, state, words, phone, days }: DepartureInput): Promise<void> => {
  const { status } = await existing(work, 'people', personId, 'person');
  orRefuse(mayPrepare(status));
  const known = await departureOf(work, personId);
  const { [thing]: _before, ...others } = known?.things ?? {};
  const given = { ...(words === undefined ? {} : { words }), ...(phone === undefined ? {} : { phone }), ...(days === undefined ? {} : { days }) };
  if (state !== undefined) orRefuse(departureStands(thing, { state, ...given }));
  const things: Departure['things'] = state === undefined ? others : { ...others, [thing]: { state, ...given, on: work.today, by: work.vault.user.id } };
  const doc = known === undefined ? { ...created(work), type: 'departure' as const, personId, lang: (await viewSettings(work)).defaultDocumentLanguage, things } : changed(work, { ...known, things });
  await save(work, [{ op: 'put', collection: 'release', doc }], { action: 'firstDays.setDeparture', personId, details: { thing, state: state ?? 'UNKNOWN' } });
};
