import { basename } from 'node:path';
import type { ListPreview } from '../../../../shared/contract/sittings.ts';
import { displayName, type Person } from '../../../../shared/domain/people.ts';
import { currentDates } from '../../../../shared/domain/release-dates.ts';
import { listShape, readListRows, type ListFault } from '../../../../shared/domain/sitting-list.ts';
import { mayBeHeldOn, mayBeListed } from '../../../../shared/domain/sitting-rules.ts';
import { MOST_LISTED, type ListProposal, type SittingCase, type SittingKind } from '../../../../shared/domain/sitting.ts';
import { findByCode } from '../people/people.ts';
import { readTable } from '../registers/read-table.ts';
import { sourceLabel } from '../registers/index.ts';
import { orRefuse, RefusedError, type Work } from '../work.ts';
import { casesOfPerson } from './cases.ts';

/** Largest list file. */
export const LIST_BYTES = 10 * 1024 * 1024;

interface Taken {
  readonly on: string;
  readonly proposal?: ListProposal | undefined;
  readonly term?: string | undefined;
}

/** What stands of somebody on the list of this kind and day, and on one of another day that is still to be heard. */
export const standing = (cases: readonly SittingCase[], kind: SittingKind, { on, proposal, term }: Taken): { readonly state: ListPreview['rows'][number]['state']; readonly other?: SittingCase } => {
  const here = cases.find((entry) => entry.kind === kind && entry.on === on && entry.state !== 'TAKEN_OFF');
  const other = cases.find((entry) => entry.kind === kind && entry.on !== on && entry.state === 'LISTED');
  if (here === undefined) return { state: 'NEW', ...(other === undefined ? {} : { other }) };
  if (here.state !== 'LISTED') return { state: 'HEARD' };
  return { state: here.proposal === proposal && here.term === term ? 'SAME' : 'CHANGED' };
};

/** Why somebody we know cannot be put on the list of that day. */
const faultOf = (work: Work, person: Person, cases: readonly SittingCase[], kind: SittingKind, row: Taken): { readonly fault: ListFault; readonly on?: string } | undefined => {
  if (!mayBeHeldOn(row.on, work.today).ok) return { fault: 'DAY_OUT_OF_REACH', on: row.on };
  const { state, other } = standing(cases, kind, row);
  if (state === 'HEARD' || state === 'SAME') return undefined;
  const listed = mayBeListed(person, kind);
  if (!listed.ok) return { fault: listed.refusal.code === 'sitting.notHere' ? 'NOT_HERE' : 'SETTLED' };
  return other === undefined ? undefined : { fault: 'OTHER_SITTING', on: other.on };
};

/**
 * A list of a commission or a court against the people here: who is meant, what is new, and every row that cannot be taken
 * with its reason. Saves nothing.
 * @throws RefusedError REGISTER_… of the file, sitting.noList, sitting.listTooLong
 */
export const readList = async (work: Work, kind: SittingKind, path: string, bytes: Uint8Array): Promise<ListPreview> => {
  const table = orRefuse(await readTable(bytes));
  const shape = listShape(table.rows);
  if (shape === undefined) throw new RefusedError({ code: 'sitting.noList' });
  const read = readListRows(table.rows, shape, table.formulas);
  if (read.rows.length > MOST_LISTED) throw new RefusedError({ code: 'sitting.listTooLong', params: { most: MOST_LISTED } });
  const rows: ListPreview['rows'] = [];
  const refused: ListPreview['refused'] = [...read.refused];
  for (const { row, code, ...told } of read.rows) {
    const person = await findByCode(work, code);
    const cases = person === undefined ? [] : await casesOfPerson(work, person.id);
    const fault = person === undefined ? { fault: 'NUMBER_UNKNOWN' as const } : faultOf(work, person, cases, kind, told);
    if (person === undefined || fault !== undefined) {
      refused.push({ row, code, ...(fault ?? { fault: 'NUMBER_UNKNOWN' }) });
      continue;
    }
    const before = currentDates(person).find((date) => date.kind === kind)?.date;
    rows.push({
      row,
      personId: person.id,
      name: displayName(person),
      code: person.code,
      ...(person.unit === undefined ? {} : { unit: person.unit }),
      ...told,
      state: standing(cases, kind, told).state,
      ...(before === undefined || before === told.on ? {} : { dayBefore: before }),
    });
  }
  return { name: sourceLabel(basename(path)), kind, rows, refused: refused.toSorted((a, b) => a.row - b.row), leftOut: [...shape.leftOut] };
};
