import { applyDifference, personFromCandidate, type Acceptance } from '../../../../shared/domain/registers/apply.ts';
import { acceptableTogether, isBlocked, registerDifferences } from '../../../../shared/domain/registers/differences.ts';
import type { MappingChoice, RegisterDifferences, RegisterPreview, RowValues, RowView } from '../../../../shared/domain/registers/schemas.ts';
import type { Language } from '../../../../shared/domain/base.ts';
import type { RegisterMapping } from '../../../../shared/domain/office.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, created, newId, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { previewRegister, readRegister, sourceLabel, viewRow, type ReadOptions } from './index.ts';
import type { Progress, Reading, Readings } from './readings.ts';

/** Largest register file. */
export const REGISTER_BYTES = 32 * 1024 * 1024;

const rememberedFor = async (work: Work, signature: string): Promise<Stored<RegisterMapping> | undefined> =>
  (await find(work.vault, 'office', 'registerMapping', { selector: { 'ix.signature': signature }, limit: 1 }))[0];

const choiceOf = (mapping: RegisterMapping): MappingChoice => ({
  dateFormat: mapping.dateFormat,
  columns: mapping.columns as MappingChoice['columns'],
});

/** Reads a register file with what is remembered for its headers. @throws RefusedError when it is no register */
export const openRegister = async (
  work: Work,
  readings: Readings,
  fileName: string,
  bytes: Uint8Array,
): Promise<{ readingId: string; preview: RegisterPreview }> => {
  const first = orRefuse(await previewRegister(bytes, fileName, { today: work.today }));
  const remembered = await rememberedFor(work, first.signature);
  if (remembered === undefined) return { readingId: readings.open(fileName, bytes).id, preview: first };
  const mapping = choiceOf(remembered);
  return {
    readingId: readings.open(fileName, bytes, mapping).id,
    preview: orRefuse(await previewRegister(bytes, fileName, { today: work.today, mapping })),
  };
};

/** @throws RefusedError when another file was opened since */
const reading = (readings: Readings, id: string): Reading => {
  const found = readings.get(id);
  if (found === undefined) throw new RefusedError({ code: 'register.openAgain' });
  return found;
};

/** Reads it again as corrected, and remembers the correction for this register's headers. */
export const remapRegister = async (work: Work, readings: Readings, id: string, mapping: MappingChoice): Promise<RegisterPreview> => {
  const current = reading(readings, id);
  const remapped = { ...current, mapping };
  const preview = orRefuse(await previewRegister(current.bytes, current.fileName, optionsOf(work, remapped)));
  readings.remap(current, mapping);
  const known = await rememberedFor(work, preview.signature);
  const doc: RegisterMapping | Stored<RegisterMapping> =
    known === undefined
      ? { ...created(work), type: 'registerMapping', signature: preview.signature, ...mapping }
      : changed(work, { ...known, ...mapping });
  await save(work, [{ op: 'put', collection: 'office', doc }], { action: 'registers.remember' });
  return preview;
};

const optionsOf = (work: Work, { mapping, repairs }: Reading): ReadOptions => ({ today: work.today, repairs, ...(mapping === undefined ? {} : { mapping }) });

const read = async (work: Work, current: Reading) => orRefuse(await readRegister(current.bytes, current.fileName, optionsOf(work, current)));

/** The cells of one row, to be put right. @throws RefusedError when another file was opened since, or there is no such row */
export const rowOfRegister = async (work: Work, readings: Readings, id: string, row: number): Promise<RowView> => {
  const current = reading(readings, id);
  return orRefuse(await viewRow(current.bytes, row, optionsOf(work, current)));
};

/** Rows put right in one reading at most: a file that needs more is exported again. */
const MOST_REPAIRS = 2000;

/**
 * Puts cells of a row right, or takes that back (`null`); every row is judged anew, because one number may refuse another
 * row. Nothing of it is stored until it is taken over; the audit trail is told how many rows were touched.
 */
export const repairRow = async (work: Work, readings: Readings, id: string, row: number, values: RowValues | null): Promise<RegisterPreview> => {
  const current = reading(readings, id);
  orRefuse(await viewRow(current.bytes, row, optionsOf(work, current)));
  if (values !== null && !current.repairs.has(row) && current.repairs.size >= MOST_REPAIRS) throw new RefusedError({ code: 'register.tooManyRepairs', params: { most: MOST_REPAIRS } });
  const repaired = readings.repair(current, row, values);
  const preview = orRefuse(await previewRegister(repaired.bytes, repaired.fileName, optionsOf(work, repaired)));
  await save(work, [], { action: 'registers.repair', details: { rows: repaired.repairs.size } });
  return preview;
};

/** How far the taking over of this register is, until it ends. */
export const progressOfRegister = (readings: Readings, id: string, signal: AbortSignal | undefined): AsyncGenerator<Progress, void, void> => {
  reading(readings, id);
  return readings.watch(signal);
};

/** Stops a taking over after the part that is being saved. */
export const stopRegister = (readings: Readings, id: string): void => {
  reading(readings, id);
  readings.stop();
};

/** What the register says against what we hold. */
export const differencesOfRegister = async (work: Work, readings: Readings, id: string): Promise<RegisterDifferences> => {
  const { candidates, codes } = await read(work, reading(readings, id));
  const people = await find(work.vault, 'people', 'person', { selector: {} });
  return registerDifferences(people, { candidates, codes }, work.today);
};

export interface Choice {
  readonly readingId: string;
  /** numbers of new people, or all of them */
  readonly add: 'all' | readonly string[];
  /** ids of changed people, or all that ask for no look at the person first */
  readonly change: 'all' | readonly string[];
}

/** People taken over in one commit: a register of thousands is saved in parts, between which it can be stopped. */
const PART = 200;

/** Takes over what was chosen: everything or nothing of each part is saved, and nobody is entered twice. */
export const acceptRegister = async (work: Work, readings: Readings, choice: Choice): Promise<{ added: number; changed: number; left: number }> => {
  const current = reading(readings, choice.readingId);
  const { candidates, codes } = await read(work, current);
  const people = await find(work.vault, 'people', 'person', { selector: {} });
  const known = new Map(people.map((person) => [person.id, person]));
  const differences = registerDifferences(people, { candidates, codes }, work.today);
  const by: Acceptance = { newId, now: work.now, today: work.today, actor: work.vault.user.id, label: sourceLabel(current.fileName), lang: await languageOf(work), repaired: new Set(current.repairs.keys()) };
  const { add, change } = choice;
  const added = differences.new
    .filter((candidate) => add === 'all' || add.includes(candidate.code))
    .map((candidate): Change => ({ op: 'put', collection: 'people', doc: personFromCandidate(candidate, by) }));
  const chosen = change === 'all' ? acceptableTogether(differences) : differences.changed.filter((difference) => change.includes(difference.personId) && !isBlocked(difference));
  const despite = chosen.filter(({ conflicts }) => conflicts !== undefined).length;
  const updated = chosen.flatMap((difference): Change[] => {
    const person = known.get(difference.personId);
    return person === undefined
      ? []
      : [{ op: 'put', collection: 'people', doc: { ...orRefuse(applyDifference(person, difference, by)), _rev: person._rev } }];
  });
  const changes = [...added, ...updated];
  const rows = new Set(candidates.map(({ row }) => row));
  const repaired = [...current.repairs.keys()].filter((row) => rows.has(row)).length;
  let done = 0;
  readings.move({ done, total: changes.length });
  try {
    while (done < changes.length && !readings.isStopped) {
      const part = changes.slice(done, done + PART);
      await save(work, part, { action: 'registers.accept', details: { people: part.length, ...(done === 0 && repaired > 0 ? { repaired } : {}), ...(done === 0 && despite > 0 ? { despite } : {}) } });
      done += part.length;
      readings.move({ done, total: changes.length });
    }
  } finally {
    readings.move(undefined);
  }
  const newPeople = Math.min(done, added.length);
  return { added: newPeople, changed: done - newPeople, left: changes.length - done };
};

/** The language of the workplace, in which its records cite their sources. */
const languageOf = async (work: Work): Promise<Language> =>
  (await find(work.vault, 'office', 'settings', { selector: {}, limit: 1 }))[0]?.defaultDocumentLanguage ?? 'en';
