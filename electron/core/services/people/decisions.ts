import type { CivilDate } from '../../../../shared/domain/dates.ts';
import type { DecisionCommand } from '../../../../shared/domain/decision.ts';
import { afterDecision } from '../../../../shared/domain/movement-rules.ts';
import { mayBePrepared } from '../../../../shared/domain/person-machine.ts';
import { withDecision } from '../../../../shared/domain/person-rules.ts';
import { leftOn } from '../../../../shared/domain/turn-rules.ts';
import type { Change } from '../../vault/types.ts';
import { jurisdictionOf } from '../settings/settings.ts';
import { changed, existing, newId, orRefuse, save, type Work } from '../work.ts';
import { consequenceChanges } from './consequences.ts';

export interface DecisionInput {
  readonly personId: string;
  readonly command: DecisionCommand;
  readonly on: CivilDate;
  readonly source: string;
  readonly newTerm?: CivilDate | undefined;
}

/**
 * What one step of the release decision changes: the person, and at a release also plans, courses and hand-overs.
 * To be saved in one commit; for one person, or for everybody a sitting decided about.
 * @throws RefusedError as `withDecision`; person.deceased, person.escaped
 */
export const decisionChanges = async (work: Work, { personId, ...input }: DecisionInput): Promise<Change[]> => {
  const person = await existing(work, 'people', personId, 'person');
  orRefuse(mayBePrepared(person));
  const by = work.vault.user.id;
  const { release } = await jurisdictionOf(work);
  const decisions = orRefuse(withDecision(person.decisions, { ...input, by, newId: newId() }, { today: work.today, appealDays: release.appeal?.days }));
  const left = input.command === 'release' ? { releaseDates: leftOn(person.releaseDates, { id: newId(), date: input.on, source: input.source, setOn: work.today, setBy: by }) } : {};
  return [
    { op: 'put', collection: 'people', doc: changed(work, { ...person, ...left, ...afterDecision(person, input.command), decisions }) },
    ...(input.command === 'release' ? await consequenceChanges(work, personId, 'RELEASE', input.on) : []),
  ];
};

/** One step of the release decision, with all that follows from it. */
export const decide = async (work: Work, input: DecisionInput): Promise<void> => {
  const changes = await decisionChanges(work, input);
  await save(work, changes, { action: 'people.decide', personId: input.personId, details: { command: input.command } });
};
