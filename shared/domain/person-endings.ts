import type { Appointment } from './appointment.ts';
import type { Checklist } from './checklist.ts';
import type { Departure } from './departure.ts';
import type { Obligation } from './obligations.ts';
import type { Act, PersonEvent } from './person-consequences.ts';
import type { Request } from './request.ts';
import { isOpen } from './request-rules.ts';
import type { Road } from './road.ts';
import type { SittingCase } from './sitting.ts';
import { takenOff } from './sitting-rules.ts';

/** What is kept of somebody beside plans, hand-overs, courses and rounds, and ends with what happens to them. */
export type EndingMatter = Checklist | Obligation | Road | Appointment | Departure | Request | SittingCase;

type Ends<D extends EndingMatter> = (doc: D, event: PersonEvent, act: Act) => D | undefined;

/** Kept, and of nothing any more: what is told of now is entered anew. */
const past = <D extends EndingMatter & { readonly past?: true | undefined }>(doc: D): D | undefined => (doc.past === true ? undefined : { ...doc, past: true });

const endsAt =
  (...events: readonly PersonEvent[]) =>
  <D extends EndingMatter & { readonly past?: true | undefined }>(doc: D, event: PersonEvent): D | undefined =>
    events.includes(event) ? past(doc) : undefined;

/** What the prison has not answered when somebody leaves it answers nobody; an answer already given can still be delivered. */
const requestEnds: Ends<Request> = (request, event) => {
  if (event === 'RELEASE' || event === 'TAKEN_OVER') return isOpen(request.state) ? past(request) : undefined;
  const waits = isOpen(request.state) || request.state === 'ANSWERED';
  return (event === 'DEATH' || event === 'NEW_ROUND') && waits ? past(request) : undefined;
};

/** The road the list was for is over. */
const listEnds: Ends<Checklist> = (list, event, { on }) => ((event === 'RELEASE' || event === 'DEATH' || event === 'NEW_ROUND') && list.endedOn === undefined ? { ...list, endedOn: on < list.startedOn ? list.startedOn : on } : undefined);

/** Nobody is heard about an earlier release who has left, nor about the stay before. */
const caseEnds: Ends<SittingCase> = (row, event, { on, by }) => {
  if ((event !== 'RELEASE' && event !== 'DEATH' && event !== 'NEW_ROUND' && event !== 'TAKEN_OVER') || row.state !== 'LISTED') return undefined;
  const next = takenOff(row, { event, by, on });
  return next.ok ? next.value : undefined;
};

/**
 * What becomes of each. An escape ends nothing: it pauses, because nothing is due of whoever is not in custody
 * (`due-rules.ts`), and after the recapture everything stands as it stood. Not here, because it goes on: needs and
 * applications, which are the person's own and follow them into another stay; rounds that are open, which nobody closes half
 * asked; consents and notes. Source: practice; docs/adr/0018-person-machine.md.
 */
const ends: { readonly [T in EndingMatter['type']]: Ends<Extract<EndingMatter, { type: T }>> } = {
  checklist: listEnds,
  // a service that supervises holds to them after the release; of a new stay its own acts speak
  obligation: endsAt('DEATH', 'NEW_ROUND'),
  road: endsAt('NEW_ROUND'),
  appointment: endsAt('DEATH', 'NEW_ROUND'),
  departure: endsAt('DEATH', 'NEW_ROUND'),
  request: requestEnds,
  sittingCase: caseEnds,
};

/** One document after what happened; undefined where it stays as it is. */
export const matterAfter = <D extends EndingMatter>(doc: D, event: PersonEvent, act: Act): D | undefined => (ends[doc.type] as unknown as Ends<D>)(doc, event, act);
