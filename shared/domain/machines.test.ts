import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machines, NO_WAY, partsOf, printedMachine, type MachineEntry, type MachineName } from './machines.ts';
import { walkApplication } from './walks/application.ts';
import { walkAppointment } from './walks/appointment.ts';
import { walkBreach } from './walks/breach.ts';
import { walkChecklistItem } from './walks/checklist-item.ts';
import { walkConsent, walkObjection } from './walks/choices.ts';
import { walkDecision } from './walks/decision.ts';
import { walkEnrolment } from './walks/enrolment.ts';
import { walkHandover } from './walks/handover.ts';
import { walkImport } from './walks/import.ts';
import { walkObjective, walkPlan, walkStep } from './walks/plan.ts';
import { walkNeed } from './walks/need.ts';
import { walkPerson } from './walks/person.ts';
import { walkRequest } from './walks/request.ts';
import { walkSitting, walkSittingReport } from './walks/sitting.ts';
import { walkThirdPerson } from './walks/third-person.ts';
import { walkSharedPack } from './walks/shared-pack.ts';
import { walkReview } from './walks/review.ts';
import type { Walk } from './walks/walk.ts';

/** How each machine is walked. One without a walk does not compile. */
const walks: { readonly [N in MachineName]: unknown } = {
  application: walkApplication,
  appointment: walkAppointment,
  breach: walkBreach,
  checklistItem: walkChecklistItem,
  consent: walkConsent,
  decision: walkDecision,
  enrolment: walkEnrolment,
  handover: walkHandover,
  import: walkImport,
  need: walkNeed,
  objection: walkObjection,
  objective: walkObjective,
  plan: walkPlan,
  review: walkReview,
  step: walkStep,
  person: walkPerson,
  request: walkRequest,
  sharedPack: walkSharedPack,
  sitting: walkSitting,
  sittingReport: walkSittingReport,
  thirdPerson: walkThirdPerson,
};

const folder = join(import.meta.dirname, '../../docs/domain');
const pageOf = (name: string): string => join(folder, `${name}.md`);
const entries = Object.entries<MachineEntry>(machines);

/** `npm run print:machines` */
if (process.env['VARCO_PRINT'] === '1') for (const [name, entry] of entries) writeFileSync(pageOf(name), printedMachine(name, entry));

/** The table as the page shows it: of each state and command where it leads, or undefined. */
const printedTable = (name: string): { readonly commands: readonly string[]; readonly rows: ReadonlyMap<string, readonly (string | undefined)[]> } => {
  const cells = readFileSync(pageOf(name), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '));
  const [head, , ...rows] = cells;
  if (head === undefined) throw new Error(`no table in ${name}.md`);
  return { commands: head.slice(1), rows: new Map(rows.map(([state = '', ...ways]) => [state.replaceAll('**', ''), ways.map((to) => (to === NO_WAY ? undefined : to))])) };
};

describe.each(entries)('%s', (name, entry) => {
  const { states } = partsOf(entry.table);
  const walk = walks[name as MachineName] as Walk<string, string>;
  const printed = printedTable(name);

  it('is printed as it is', () => expect(readFileSync(pageOf(name), 'utf8')).toBe(printedMachine(name, entry)));

  it('has no state that cannot be reached, but the one it begins with and those it names', () => {
    const reachable = new Set(Object.values(entry.table).flatMap((ways) => Object.values(ways)));
    expect(states.slice(1).filter((state) => !reachable.has(state)).toSorted()).toEqual(Object.keys(entry.otherwise ?? {}).toSorted());
  });

  it.each(states.flatMap((state) => printed.commands.map((command) => [state, command] as const)))('%s, %s: as its table says', (state, command) => {
    const to = printed.rows.get(state)?.[printed.commands.indexOf(command)];
    const outcome = walk(state, command);
    if (to === undefined) expect(outcome).toMatchObject({ ok: false, refusal: { params: { state, command } } });
    else expect(outcome).toEqual({ ok: true, value: to });
  });
});

/** Pages beside the machines: what the folder holds, and who sees what of it (`tests/lint/my-day.test.ts`). */
const others: ReadonlySet<string> = new Set(['README.md', 'my-day.md']);

it('every page of a machine belongs to one', () => {
  const pages = readdirSync(folder).filter((file) => !others.has(file));
  expect(pages.toSorted()).toEqual(entries.map(([name]) => `${name}.md`).toSorted());
});
