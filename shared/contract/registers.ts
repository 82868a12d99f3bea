import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id } from '../domain/base.ts';
import { MappingChoice, RegisterDifferences, RegisterPreview, RowValues, RowView } from '../domain/registers/schemas.ts';
import { FileToken, procedure } from './base.ts';

/** A register that was read lies in the core's memory under this id until another is read or the workplace locks. */
const ReadingId = Id;
const Row = z.int().min(1).max(50_000);

const Chosen = z.union([z.literal('all'), z.array(z.string().max(80)).max(20_000)]);

export const registers = {
  /** Reads a register file (chosen as `table`). A mapping remembered for the same headers is used. */
  open: procedure.input(z.object({ file: FileToken })).output(z.object({ readingId: ReadingId, preview: RegisterPreview })),
  /** Reads it again with a corrected mapping, which is remembered for the next export of the same register. */
  remap: procedure.input(z.object({ readingId: ReadingId, mapping: MappingChoice })).output(RegisterPreview),
  /** The cells of one row, of the columns that are read. */
  row: procedure.input(z.object({ readingId: ReadingId, row: Row })).output(RowView),
  /** Puts cells of a row right by hand; the row is checked again by the same rules. `null` takes it back to the file's. */
  repair: procedure.input(z.object({ readingId: ReadingId, row: Row, values: RowValues.nullable() })).output(RegisterPreview),
  /** What the register says against what we have: new, changed, gone. */
  differences: procedure.input(z.object({ readingId: ReadingId })).output(RegisterDifferences),
  /**
   * Takes over what was chosen: new people by number, changed ones by id. `all` leaves out those marked with a caution.
   * `left` were chosen and not taken over, because it was stopped.
   */
  accept: procedure
    .input(z.object({ readingId: ReadingId, add: Chosen, change: Chosen }))
    .output(z.object({ added: z.int(), changed: z.int(), left: z.int() })),
  /** How far a taking over is, for as long as it runs. */
  progress: procedure.input(z.object({ readingId: ReadingId })).output(eventIterator(z.object({ done: z.int(), total: z.int() }))),
  /** Stops a taking over after the part that is being saved; what was saved stays. */
  stop: procedure.input(z.object({ readingId: ReadingId })).output(z.void()),
};
