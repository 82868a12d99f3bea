import type { CivilDate } from '../../../../shared/domain/dates.ts';
import type { DecisionCommand } from '../../../../shared/domain/decision.ts';
import { afterDecision } from '../../../../shared/domain/movement-rules.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { withDecision } from '../../../../shared/domain/person-rules.ts';
import { leftOn } from '../../../../shared/domain/turn-rules.ts';
import type { Change } from '../../vault/types.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { changed, existing, newId, orRefuse, save, type Work } from '../work.ts';
import { agreeing, type Confirming } from './agreeing-dates.ts';
import { consequenceChanges } from './consequences.ts';

export interface DecisionInput extends Confirming {
  readonly personId: string;
  readonly command: DecisionCommand;
  readonly on: CivilDate;
  readonly source: string;
  readonly newTerm?: CivilDate | undefined;
}

/** What a step of the decision changes, and the rules about days against which it was confirmed. */
export interface DecisionEffect {
  readonly changes: Change[];
  readonly confirmed: { readonly despite?: string };
}

/**
 * What one step of the release decision changes: the person, and at a release also plans, courses and hand-overs.
 * To be saved in one commit; for one person, or for everybody a sitting decided about.
 * @throws RefusedError as `withDecision` and `datesAgree`; person.deceased, person.escaped
 */
export const decisionChanges = async (work: Work, { personId, despite, ...input }: DecisionInput): Promise<DecisionEffect> => {
  const person = await existing(work, 'people', personId, 'person');
  orRefuse(mayBePrepared(person));
  const by = work.vault.user.id;
  const { release } = await jurisdictionOf(work);
  const decisions = orRefuse(withDecision(person.decisions, { ...input, by, newId: newId() }, { today: work.today, appealDays: release.appeal?.days }));
  const left = input.command === 'release' ? { releaseDates: leftOn(person.releaseDates, { id: newId(), date: input.on, source: input.source, setOn: work.today, setBy: by }) } : {};
  const next = { ...person, ...left, ...afterDecision(person, input.command), decisions };
  return {
    confirmed: agreeing(work, person, next, { despite }),
    changes: [
      { op: 'put', collection: 'people', doc: changed(work, next) },
      ...(input.command === 'release' ? await consequenceChanges(work, personId, 'RELEASE', input.on) : []),
    ],
  };
};

/** One step of the release decision, with all that follows from it. @throws RefusedError as `decisionChanges` */
export const decide = async (work: Work, input: DecisionInput): Promise<void> => {
  const { changes, confirmed } = await decisionChanges(work, input);
  await save(work, changes, { action: 'people.decide', personId: input.personId, details: { command: input.command, ...confirmed } });
};
