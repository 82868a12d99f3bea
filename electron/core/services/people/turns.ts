import type { Turn } from '../../../../shared/domain/turn-rules.ts';
import { withTurn } from '../../../../shared/domain/turn-rules.ts';
import type { TurnKind } from '../../../../shared/domain/person-turns.ts';
import type { PersonEvent } from '../../../../shared/domain/person-consequences.ts';
import { changed, existing, newId, orRefuse, save, type Work } from '../work.ts';
import { agreeing, type Confirming } from './agreeing-dates.ts';
import { consequenceChanges } from './consequences.ts';

/** What an act means for the other documents; the rest changes nothing but the person. */
const events: { readonly [K in TurnKind]?: PersonEvent } = { RELEASE: 'RELEASE', DEATH: 'DEATH', ESCAPE: 'ESCAPE', NEW_ROUND: 'NEW_ROUND' };

export type TurnInput = Omit<Turn, 'id' | 'setBy'> & Confirming & { readonly personId: string };

/** Records a release, a death, an escape, a recapture, the end of the follow-up or a new stay, with all that follows from it. @throws RefusedError as `withTurn` and `datesAgree` */
export const turn = async (work: Work, { personId, despite, ...input }: TurnInput): Promise<void> => {
  const person = await existing(work, 'people', personId, 'person');
  const next = orRefuse(withTurn(person, { ...input, id: newId(), setBy: work.vault.user.id }, work.today));
  const confirmed = agreeing(work, person, next, { despite });
  const event = events[input.kind];
  const follows = event === undefined ? [] : await consequenceChanges(work, personId, event, input.on);
  await save(work, [{ op: 'put', collection: 'people', doc: changed(work, next) }, ...follows], { action: 'people.turn', personId, details: { kind: input.kind, followed: follows.length, ...confirmed } });
};
