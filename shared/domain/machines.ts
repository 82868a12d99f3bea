import { applicationMachine } from './application.ts';
import { appointmentMachine } from './appointment.ts';
import { breachMachine } from './breach.ts';
import { checklistItemMachine } from './checklist.ts';
import { consentMachine, objectionMachine } from './consents-rules.ts';
import { decisionMachine } from './decision.ts';
import { handoverMachine } from './handover.ts';
import { importMachine } from './import-machine.ts';
import { enrolmentMachine } from './learning-machine.ts';
import type { Machine } from './machine.ts';
import { personMachine } from './person-machine.ts';
import { planMachine } from './plan.ts';
import { objectiveMachine, stepMachine } from './plan-marks.ts';
import { reviewMachine } from './review-machine.ts';
import { needMachine } from './need-machine.ts';
import { requestMachine } from './request.ts';
import { sharedPackMachine } from './shared-pack-machine.ts';
import { thirdPersonMachine } from './third-person.ts';
import { sittingMachine, sittingReportMachine } from './sitting.ts';

/** A state machine as it is documented: printed into `docs/domain/<name>.md` and walked by `machines.test.ts`. */
export interface MachineEntry {
  readonly title: string;
  /** what it is the way of, in a sentence or two */
  readonly about: string;
  readonly source: string;
  readonly table: Machine<string, string>;
  /** what must hold besides the way of the table, by command, in words */
  readonly guards?: Readonly<Record<string, string>>;
  /** states no command leads to, beside the first: how they come about */
  readonly otherwise?: Readonly<Record<string, string>>;
}

/** Every state machine there is, by the name its refusals carry (`machine.<name>`). */
export const machines = {
  person: {
    title: 'Person',
    about: 'Where somebody stands, from admission to the end of follow-up. A death or an escape stops everything that is prepared, sent or due; after a recall or a new sentence a new round begins, and nothing of the one before counts as current.',
    source: 'practice; docs/adr/0018-person-machine.md',
    table: personMachine,
    guards: {
      prepare: 'by a final decision',
      pause: 'by a decision that is postponed or refused',
      comeBack: 'of whoever left before release was prepared',
      comeBackToPrepare: 'of whoever left while release was prepared',
      release: 'says how; conditionally only by a final decision; never an interruption, after which the person comes back',
      undoDeath: 'the death was recorded by mistake, of somebody in custody',
      undoDeathOutside: 'the same, of somebody who had left',
    },
  },
  decision: {
    title: 'Release decision',
    about: 'Proposed by a commission, decided by a court, final after the term for appeal, which an appeal suspends. No step is dated ahead, or before the step before it. A postponed or refused decision pauses all that is planned until the new term.',
    source: 'RO: art. 587 CPP; elsewhere practice',
    table: decisionMachine,
    guards: {
      postpone: 'a new term after the day and at most one year ahead',
      refuse: 'a new term after the day and at most one year ahead',
      appeal: 'only where an appeal suspends a grant (`release.appeal` of the country)',
      becomeFinal: 'not before the term for appeal has passed; after an appeal on the day of the higher court',
    },
  },
  need: {
    title: 'Need',
    about: 'From a round that found it to what became of it. Whatever ended may be opened again with a reason. A new round opens what it found again, but not what the person declined, and ends what is none now.',
    source: 'practice',
    table: needMachine,
    guards: {
      miss: 'says in words why',
      reopen: 'says in words why',
      note: 'says something in words',
      foundAgain: 'by a round that is closed or put right, and is the newest that asked; never after a later entry',
      noneNow: 'by such a round; the domain, or the need itself, was asked and is none',
      split: 'by such a round; the needs of the domain were asked one by one, and stand for it now',
    },
  },
  enrolment: {
    title: 'Enrolment in a course',
    about: 'From being proposed to the end. A transfer with an expected return is a hold; one without, and a release, stop early. Whoever ended by mistake is taken back.',
    source: 'practice',
    table: enrolmentMachine,
    guards: {
      findNotSuitable: 'a reason; never in a restorative programme',
      findNotReady: 'never in a restorative programme',
      hold: 'a reason; never in a restorative programme',
      dropOut: 'never in a restorative programme',
      exclude: 'a reason; never in a restorative programme',
      stopEarly: 'a reason; never in a restorative programme',
      withdraw: 'never in a restorative programme',
      reopen: 'a reason',
    },
  },
  plan: {
    title: 'Plan',
    about:
      'One version, from the draft to its end. Approved content is frozen; a change is a new version, and the one in force stays so until the next one is. A plan not agreed remains an offer.',
    source: 'IT: art. 13 O.P., artt. 27–29 DPR 230/2000; RO: L. 254/2013; elsewhere practice',
    table: planMachine,
    guards: {
      propose: 'a goal, and a step for every goal',
      agree: 'how it was given',
      disagree: 'how it was given; a reason is never asked for',
      couldNotAnswer: 'from the second time on, what helped',
      withdraw: 'there is an agreement; the plan goes on as an offer',
      approve:
        'by somebody who never wrote in it; every line with goals signed since its last change, nobody of that profession available, or minutes of the team’s meeting; without agreement a reason; without any answer two attempts',
      continue: 'not held in the future',
      handOver: 'a hand-over of this version was accepted; open goals and the steps that carry over are handed over with it',
      close: 'a reason; in words where it is another one',
    },
  },
  objective: {
    title: 'Goal of a plan',
    about: 'How a goal of the version in force goes; its words stay as they were agreed. A goal that is over rests with its steps. Begun by its first step, or by hand.',
    source: 'practice',
    table: objectiveMachine,
    guards: { begin: 'for a goal of later: a day by which it is to be reached', remove: 'a reason', readd: 'a note' },
    otherwise: { LATER: 'at the start: a goal for later without a day' },
  },
  step: {
    title: 'Step of a plan',
    about: 'How far a step is. What was handed over goes on where it arrived, or here when the person comes back.',
    source: 'practice',
    table: stepMachine,
    guards: { begin: 'of one that was done: why it was not done after all', block: 'why', drop: 'why', handOver: 'it carries over' },
  },
  review: {
    title: 'Review of a plan',
    about: 'The next review of the version in force, by its days. One that was held opens the days of the next; one that was put off is due again some days after its reason has ended.',
    source: 'the schedule of the country’s file',
    table: reviewMachine,
    guards: { exempt: 'a reason of the country’s file, at most 90 days ahead, on a day on which it is due', resume: 'by itself, on the day after the reason has ended' },
  },
  appointment: {
    title: 'Appointment',
    about: 'With a service, mostly after release. Its day is set, or follows the day of release; moved to another time it is another appointment, linked with this one.',
    source: 'practice',
    table: appointmentMachine,
    guards: {
      fix: 'a day, or that none is needed',
      attend: 'its day has come',
      miss: 'its day has come; a reason is never asked for',
      cancel: 'a reason',
      reschedule: 'another time than before',
      correct: 'a reason',
    },
  },
  application: {
    title: 'Application for a paper or a right',
    about: 'From the form to the drawer in which the paper lies. A paper may come without a word before it; a refused one may be asked for again.',
    source: 'practice',
    table: applicationMachine,
    guards: { submit: 'the office it goes to', askMore: 'what it asks for', refuse: 'a reason', receive: 'where the paper lies', reopen: 'a reason' },
  },
  sharedPack: {
    title: 'Pack of another office',
    about:
      'A directory, a catalogue or templates, from the checks to what was taken over. Every line is looked at beside what is here; one commit brings those that were accepted, and takes them back as long as nothing depends on them. What was changed here is never overwritten but by its own word.',
    source: 'docs/envelope.md; docs/adr/0025-packs-of-other-offices.md',
    table: sharedPackMachine,
    guards: {
      look: 'checks 1 to 10 passed, and somebody here said that this office may send packs',
      apply: 'of lines that were looked at as they stand now; at least one',
      refuse: 'nothing of it was taken over',
      undo: 'nothing of it was changed or used since, and no newer pack of that office was taken over',
    },
  },
  consent: {
    title: 'Consent',
    about: 'Nothing is done without a yes. A yes is renewed or withdrawn; a no becomes a yes by a new record only. Its last day may be set.',
    source: 'Regulation (EU) 2016/679 art. 7',
    table: consentMachine,
    guards: { GIVEN: 'not in the future, not before the last record' },
    otherwise: { EXPIRED: 'by itself, after the last day of a yes' },
  },
  objection: {
    title: 'Objection',
    about: 'It is done by law unless the person objects. An objection is made, taken back, and made again; that nobody objects needs no record.',
    source: 'Regulation (EU) 2016/679 art. 21',
    table: objectionMachine,
    otherwise: { GIVEN: 'in a record from elsewhere', NOT_CAPABLE: 'in a record from elsewhere', EXPIRED: 'in a record from elsewhere' },
  },
  thirdPerson: {
    title: 'Answer of another person',
    about: 'Whether a relative, a host, a mentor or an employer agrees to being named. Their yes runs out on its last day; another name or phone is asked for anew.',
    source: 'Directive (EU) 2016/680 arts. 4, 8; practice',
    table: thirdPersonMachine,
    guards: { give: 'says what they were told', refuse: 'says what they were told' },
    otherwise: { EXPIRED: 'by itself, after the last day of a yes' },
  },
  checklistItem: {
    title: 'Item of the release checklist',
    about: 'From open to done, or to why not. What needs nobody else is finished without having been asked for. Everything reopens; a refusal is a choice and needs no reason.',
    source: 'practice',
    table: checklistItemMachine,
    guards: { notPossible: 'a reason', notApply: 'a reason', reopen: 'a reason where it was done' },
  },
  sitting: {
    title: 'Somebody on the list of a sitting',
    about: 'On the list of a commission or a court until what came of it is entered by a human. Who was not heard is moved to the list of another day; the release decision follows by its own rules.',
    source: 'RO: art. 587 CPP; elsewhere practice',
    table: sittingMachine,
    guards: {
      propose: 'a commission only; not before the day',
      grant: 'a court only; not before the day',
      refuse: 'a court only; not before the day; a new term after the day and at most one year ahead',
      postpone: 'not before the day; a new term after it and at most one year ahead',
      move: 'not before the day; another day after it',
      takeOff: 'a reason',
    },
  },
  sittingReport: {
    title: 'Report for a sitting',
    about: 'The report about somebody for a commission or a court. One written on paper is done at once.',
    source: 'practice',
    table: sittingReportMachine,
    guards: { write: 'words' },
  },
  request: {
    title: 'Request of the person',
    about: 'A written request from its receipt to the answer in the person’s hands. An answer that was opened again stays readable.',
    source: 'practice; RO: O.G. 27/2002',
    table: requestMachine,
    guards: {
      answer: 'not before it was received; one that is passed on says to whom',
      deliver: 'not before the answer',
      reopen: 'a reason',
    },
  },
  handover: {
    title: 'Hand-over',
    about:
      'From the draft to what came back. A receipt may arrive late, also for what was replaced or revoked, and then changes nothing; a lost medium needs a new seal; acceptance keeps the duty to correct. Revoked: a signed notice asks not to use it, to delete it and to confirm; nothing can be un-opened. When the medium of a newer one cannot be written, what it had replaced stands as before.',
    source: 'docs/envelope.md',
    table: handoverMachine,
    guards: {
      check: 'a ground; the preview was read; obligations are written down, or explicitly none; addresses and steps were compared with prohibitions of contact',
      change: 'not while a second signature is owed for what left',
      authorise: 'a second person, never who prepared it; the registration number was asked for, or “later” said',
      authoriseAlone: 'an emergency, said in words: a release on record at most two days ahead, an order, or a transfer now',
      counterSign: 'of an emergency, once; a second person, never who prepared or signed it; due within 72 hours',
      refuseSignature: 'as `counterSign`; the notice of revocation is next',
      seal: 'the authorisation is really signed for this content; the vault still says the same; the recipient is trusted and its card valid',
      dispatch: 'what stands on the medium, who or what carries it, not ahead; a delegate is named; entry of the custody log',
      receive: 'a signed receipt, or one on paper with its day and number',
      accept: 'a signed receipt, or one on paper with its day and number',
      reject: 'a signed receipt with its reason, or one on paper with its day and number',
      supersede: 'a newer one to the same service is sealed, in the same commit',
      revoke: 'a reason from the list',
      expire: 'the last day has passed: 90 days, or the end of the recipient’s card',
      lose: 'with the entry in the book of breaches and its 72 hours, in the same commit',
    },
  },
  import: {
    title: 'Import',
    about:
      'What arrived, from the quarantine to the answer. Who sent it may be trusted later: the envelope is then checked again without its file. Whether the person is here is decided by a human, and so is every field in which they differ; one commit brings all of it.',
    source: 'docs/envelope.md',
    table: importMachine,
    guards: {
      verify: 'checks 1 to 10 passed',
      fail: 'one of them did not, for another reason than trust',
      distrust: 'check 5: the key is unknown, not compared, or revoked',
      match: 'by a human, among those the checks found alike',
      enter: 'by a human',
      differ: 'a field says something else here',
      take: 'of CONFLICTS: it is said which fields are taken; nobody under 18; no newer state is here',
      reject: 'a reason; the receipt says it, or paper where nobody can be answered',
    },
  },
  breach: {
    title: 'Breach',
    about: 'From the report to the end. A risk may turn out greater at any time: assessed again, it is decided again.',
    source: 'Regulation (EU) 2016/679 art. 33–34; Directive (EU) 2016/680 art. 30–31',
    table: breachMachine,
    guards: {
      notify: 'a reason where it is later than 72 hours after noticing',
      leave: 'only where a risk is unlikely',
      close: 'with a high risk not before it is said what the persons were told',
    },
  },
} as const satisfies Readonly<Record<string, MachineEntry>>;
export type MachineName = keyof typeof machines;

/** The states and commands of a machine, in the order of its table. */
export const partsOf = (table: Machine<string, string>): { readonly states: readonly string[]; readonly commands: readonly string[] } => ({
  states: Object.keys(table),
  commands: [...new Set(Object.values(table).flatMap((ways) => Object.keys(ways)))],
});

/** How a way that there is not is printed. */
export const NO_WAY = '–';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The page of a machine in the documentation: one row for each state, one column for each command. */
export const printedMachine = (name: string, { title, about, source, table, guards = {}, otherwise = {} }: MachineEntry): string => {
  const { states, commands } = partsOf(table);
  const ways = states.map((state) => row([`**${state}**`, ...commands.map((command) => table[state]?.[command] ?? NO_WAY)]));
  const list = (heading: string, entries: Readonly<Record<string, string>>): string[] => {
    const lines = Object.entries(entries).map(([word, told]) => `* \`${word}\`: ${told}`);
    return lines.length === 0 ? [] : [heading, '', ...lines, ''];
  };
  return [
    `# ${title}`,
    '',
    about,
    '',
    `Source: ${source}. Refusals: \`machine.${name}\`. ${NO_WAY}: refused.`,
    '',
    row(['state', ...commands]),
    row(['---', ...commands.map(() => '---')]),
    ...ways,
    '',
    ...list('What must hold besides:', guards),
    ...list('States that come about otherwise:', otherwise),
  ].join('\n');
};
