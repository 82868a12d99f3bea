import { DecisionCommand } from '../../../shared/domain/decision.ts';
import { TurnKind } from '../../../shared/domain/person-turns.ts';
import { breachPath, personPath, programmePath, runPath, screenPaths, sittingPath, type PersonPart, type RunPart, type ScreenId } from '../shell/screen-paths.ts';

/** Where an unfinished form is found again, and what it is called. */
export interface KeptForm {
  /** key of its title */
  readonly title: string;
  /** on the page of the person it is about, of the programme or course it is about, or on a screen */
  readonly on: { readonly part: PersonPart } | { readonly breach: true } | { readonly sitting: true } | { readonly programme: true } | { readonly run: RunPart } | { readonly screen: Exclude<ScreenId, 'person' | 'programme' | 'run' | 'breach' | 'sitting'> };
  /** it stands among other things on its screen: *Continue* leads there, and says nothing to whoever is there already */
  readonly opens?: false;
}

const decisions = Object.fromEntries(
  DecisionCommand.options.map((command) => [`people.decide.${command}`, { title: `enums:decisionCommand.${command}`, on: { part: 'dates' } }] as const),
) as { readonly [C in DecisionCommand as `people.decide.${C}`]: KeptForm };

const turns = Object.fromEntries(TurnKind.options.map((kind) => [`people.turn.${kind}`, { title: `enums:turnKind.${kind}`, on: { part: 'details' } }] as const)) as { readonly [K in TurnKind as `people.turn.${K}`]: KeptForm };

/** Every form that is kept. One that is not here does not compile. */
export const keptForms = {
  'people.add': { title: 'people:add.title', on: { screen: 'people' } },
  'people.notSame': { title: 'duplicates:apart.open', on: { screen: 'duplicates' }, opens: false },
  'people.setDate': { title: 'people:dates.set', on: { part: 'dates' } },
  ...decisions,
  'people.situation': { title: 'people:details.situation', on: { part: 'details' } },
  'people.language': { title: 'people:details.language', on: { part: 'details' } },
  'people.permit': { title: 'people:details.permit', on: { part: 'details' } },
  'people.ban': { title: 'people:details.banAdd', on: { part: 'details' } },
  ...turns,
  'people.move': { title: 'people:details.moveAdd', on: { part: 'details' } },
  'requests.add': { title: 'requests:new', on: { part: 'requests' } },
  'requests.assign': { title: 'enums:requestCommand.assign', on: { part: 'requests' } },
  'requests.answer': { title: 'enums:requestCommand.answer', on: { part: 'requests' } },
  'requests.deliver': { title: 'enums:requestCommand.deliver', on: { part: 'requests' } },
  'requests.withdraw': { title: 'enums:requestCommand.withdraw', on: { part: 'requests' } },
  'requests.reopen': { title: 'enums:requestCommand.reopen', on: { part: 'requests' } },
  'sittings.add': { title: 'sittings:add.title', on: { screen: 'sittings' } },
  'sittings.addPeople': { title: 'sittings:people.add', on: { sitting: true } },
  'sittings.change': { title: 'sittings:change.title', on: { sitting: true } },
  'sittings.day': { title: 'sittings:day.title', on: { sitting: true }, opens: false },
  'sittings.report': { title: 'sittings:report.title', on: { screen: 'sittings' }, opens: false },
  'sittings.takeOff': { title: 'sittings:off.title', on: { screen: 'sittings' }, opens: false },
  'needs.start': { title: 'needs:start.title', on: { part: 'needs' } },
  'needs.line': { title: 'common:drafts.form.needsLine', on: { part: 'needs' } },
  'needs.correct': { title: 'needs:correct.open', on: { part: 'needs' } },
  'needs.dispute': { title: 'needs:dispute.title', on: { part: 'needs' } },
  'needs.update': { title: 'needs:update.title', on: { part: 'needs' } },
  'needs.skip': { title: 'needs:skip.title', on: { part: 'needs' } },
  'needs.restrict': { title: 'needs:restrict.title', on: { part: 'needs' } },
  'needs.decideRestriction': { title: 'needs:restrict.decideTitle', on: { part: 'needs' } },
  'needs.tool': { title: 'needs:tool.add', on: { part: 'needs' } },
  'needs.close': { title: 'needs:round.close', on: { part: 'needs' } },
  'others.add': { title: 'choices:third.add', on: { part: 'handover' } },
  'others.change': { title: 'choices:third.changeTitle', on: { part: 'handover' } },
  'others.answer': { title: 'choices:third.form.told', on: { part: 'handover' }, opens: false },
  'notes.add': { title: 'notes:new', on: { part: 'notes' } },
  'notes.addAny': { title: 'notes:new', on: { screen: 'people' } },
  'notes.correct': { title: 'notes:correct.title', on: { part: 'notes' } },
  'notes.dispute': { title: 'notes:dispute.title', on: { part: 'notes' } },
  'plan.new': { title: 'plan:new.first', on: { part: 'plan' } },
  'plan.words': { title: 'common:drafts.form.planWords', on: { part: 'plan' } },
  'plan.answer': { title: 'plan:answer.record', on: { part: 'plan' } },
  'plan.answerTogether': { title: 'plan:answer.record', on: { part: 'plan' }, opens: false },
  'plan.review': { title: 'plan:review.end', on: { part: 'plan' } },
  'plan.putOff': { title: 'plan:review.putOffTitle', on: { part: 'plan' } },
  'plan.approve': { title: 'plan:approve.title', on: { part: 'plan' } },
  'plan.close': { title: 'plan:close.title', on: { part: 'plan' } },
  'plan.external': { title: 'plan:external.title', on: { part: 'plan' } },
  'plan.lineWithout': { title: 'plan:lines.without', on: { part: 'plan' } },
  'plan.goal': { title: 'plan:progress.what', on: { part: 'plan' }, opens: false },
  'plan.mark': { title: 'plan:mark.form', on: { part: 'plan' }, opens: false },
  'release.item': { title: 'release:item.add', on: { part: 'release' } },
  'release.obligation': { title: 'release:obligations.add', on: { part: 'release' } },
  'release.endObligation': { title: 'release:obligations.endTitle', on: { part: 'release' } },
  'release.noObligations': { title: 'release:obligations.sayNoneTitle', on: { part: 'release' } },
  'release.readAloud': { title: 'release:obligations.read', on: { part: 'release' } },
  'release.destination': { title: 'release:destination.title', on: { part: 'release' } },
  'release.signOff': { title: 'release:sign.title', on: { part: 'release' } },
  'release.mark': { title: 'release:mark.note', on: { part: 'release' }, opens: false },
  'disclosures.record': { title: 'disclosures:new', on: { part: 'documents' } },
  'disclosures.correct': { title: 'disclosures:correctTitle', on: { part: 'documents' } },
  'choices.record': { title: 'choices:title', on: { part: 'brief' } },
  'learning.programme': { title: 'learning:programmes.add', on: { screen: 'programmes' } },
  'learning.programmeEdit': { title: 'learning:programme.edit', on: { programme: true } },
  'learning.run': { title: 'learning:run.add', on: { programme: true } },
  'learning.enrol': { title: 'learning:enrol.title', on: { run: 'people' } },
  'learning.session': { title: 'common:drafts.form.session', on: { run: 'sessions' }, opens: false },
  'learning.sessions': { title: 'learning:sessions.add', on: { run: 'sessions' } },
  'learning.step': { title: 'learning:step.title', on: { part: 'learning' }, opens: false },
  'learning.steps': { title: 'learning:step.title', on: { run: 'people' }, opens: false },
  'handover.ground': { title: 'handover:prepare.title', on: { part: 'handover' } },
  'handover.transfer': { title: 'handover:transfer.title', on: { part: 'handover' } },
  'handover.dispatch': { title: 'handover:life.dispatch', on: { part: 'handover' } },
  'handover.paper': { title: 'handover:life.paper', on: { part: 'handover' } },
  'handover.revoke': { title: 'handover:life.revoke', on: { part: 'handover' } },
  'handover.alone': { title: 'handover:life.alone', on: { part: 'handover' } },
  'packs.open': { title: 'documents:packs.other', on: { screen: 'packs' } },
  'release.appointment': { title: 'firstDays:appointment.title', on: { part: 'release' } },
  'release.appointmentStep': { title: 'firstDays:appointment.step', on: { part: 'release' }, opens: false },
  'release.application': { title: 'firstDays:application.title', on: { part: 'release' } },
  'release.applicationStep': { title: 'firstDays:application.step', on: { part: 'release' }, opens: false },
  'release.departure': { title: 'firstDays:departure.title', on: { part: 'release' } },
  'directory.add': { title: 'sharedPacks:directory.add', on: { screen: 'directory' } },
  'directory.change': { title: 'sharedPacks:directory.edit', on: { screen: 'directory' } },
  'goals.add': { title: 'sharedPacks:goals.add', on: { screen: 'goals' } },
  'goals.change': { title: 'sharedPacks:goals.edit', on: { screen: 'goals' } },
  'contacts.compare': { title: 'common:drafts.form.compare', on: { screen: 'services' } },
  'breaches.report': { title: 'breaches:report', on: { screen: 'breaches' } },
  'breaches.lost': { title: 'breaches:lost.title', on: { part: 'handover' } },
  'breaches.assess': { title: 'breaches:act.assess', on: { breach: true } },
  'breaches.notify': { title: 'breaches:act.notify', on: { breach: true } },
  'breaches.leave': { title: 'breaches:act.leave', on: { breach: true } },
  'breaches.tellPersons': { title: 'breaches:act.tellPersons', on: { breach: true } },
  'breaches.reopen': { title: 'breaches:act.reopen', on: { breach: true } },
  'breaches.correct': { title: 'breaches:act.correct', on: { breach: true } },
  'outcomes.record': { title: 'outcomes:record.title', on: { part: 'followUp' } },
  'imports.accept': { title: 'handover:arrivals.import', on: { screen: 'arrivals' }, opens: false },
} as const satisfies Readonly<Record<string, KeptForm>>;
export type FormId = keyof typeof keptForms;

/** Which draft is meant: a form, and where it is about one, its person and its matter. */
export interface FormPlace {
  readonly form: FormId;
  readonly personId?: string | undefined;
  /** id of the round, plan, hand-over or service it is about */
  readonly about?: string | undefined;
}

/** The form of that name; undefined for one that another version of the program kept. */
export const keptForm = (name: string): KeptForm | undefined => (Object.hasOwn(keptForms, name) ? keptForms[name as FormId] : undefined);

/** The address of the screen a form is on; undefined when it needs a person, a programme or a course and has none. */
export const pathOf = ({ on }: KeptForm, { personId, about }: Pick<FormPlace, 'personId' | 'about'>): string | undefined => {
  if ('screen' in on) return screenPaths[on.screen];
  if ('part' in on) return personId === undefined ? undefined : personPath(personId, on.part);
  if (about === undefined) return undefined;
  if ('breach' in on) return breachPath(about);
  if ('sitting' in on) return sittingPath(about);
  return 'run' in on ? runPath(about, on.run) : programmePath(about);
};
