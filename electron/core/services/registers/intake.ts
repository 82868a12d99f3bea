import { applyDifference, personFromCandidate, type Acceptance } from '../../../../shared/domain/registers/apply.ts';
import { acceptableTogether, registerDifferences } from '../../../../shared/domain/registers/differences.ts';
import type { MappingChoice, RegisterDifferences, RegisterPreview } from '../../../../shared/domain/registers/schemas.ts';
import type { RegisterMapping } from '../../../../shared/domain/office.ts';
import type { Change, Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { changed, created, newId, orRefuse, RefusedError, save, type Work } from '../work.ts';
import { previewRegister, readRegister, sourceLabel } from './index.ts';
import type { Reading, Readings } from './readings.ts';

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
  const preview = orRefuse(await previewRegister(current.bytes, current.fileName, { today: work.today, mapping }));
  readings.remap(current, mapping);
  const known = await rememberedFor(work, preview.signature);
  const doc: RegisterMapping | Stored<RegisterMapping> =
    known === undefined
      ? { ...created(work), type: 'registerMapping', signature: preview.signature, ...mapping }
      : changed(work, { ...known, ...mapping });
  await save(work, [{ op: 'put', collection: 'office', doc }], { action: 'registers.remember' });
  return preview;
};

const read = async (work: Work, current: Reading) =>
  orRefuse(
    await readRegister(current.bytes, current.fileName, {
      today: work.today,
      ...(current.mapping === undefined ? {} : { mapping: current.mapping }),
    }),
  );

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

/** People taken over in one commit at most; a register of thousands is saved in parts. */
const PART = 500;

/** Takes over what was chosen: everything or nothing of each part is saved, and nobody is entered twice. */
export const acceptRegister = async (work: Work, readings: Readings, choice: Choice): Promise<{ added: number; changed: number }> => {
  const current = reading(readings, choice.readingId);
  const { candidates, codes } = await read(work, current);
  const people = await find(work.vault, 'people', 'person', { selector: {} });
  const known = new Map(people.map((person) => [person.id, person]));
  const differences = registerDifferences(people, { candidates, codes }, work.today);
  const by: Acceptance = { newId, now: work.now, today: work.today, actor: work.vault.user.id, label: sourceLabel(current.fileName) };
  const { add, change } = choice;
  const added = differences.new
    .filter((candidate) => add === 'all' || add.includes(candidate.code))
    .map((candidate): Change => ({ op: 'put', collection: 'people', doc: personFromCandidate(candidate, by) }));
  const chosen = change === 'all' ? acceptableTogether(differences) : differences.changed.filter(({ personId }) => change.includes(personId));
  const updated = chosen.flatMap((difference): Change[] => {
    const person = known.get(difference.personId);
    return person === undefined
      ? []
      : [{ op: 'put', collection: 'people', doc: { ...orRefuse(applyDifference(person, difference, by)), _rev: person._rev } }];
  });
  const changes = [...added, ...updated];
  for (let at = 0; at < changes.length; at += PART) {
    const part = changes.slice(at, at + PART);
    await save(work, part, { action: 'registers.accept', details: { people: part.length } });
  }
  return { added: added.length, changed: updated.length };
};
