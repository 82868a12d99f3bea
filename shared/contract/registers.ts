import { z } from 'zod';
import { Id } from '../domain/base.ts';
import { MappingChoice, RegisterDifferences, RegisterPreview } from '../domain/registers/schemas.ts';
import { FileToken, procedure } from './base.ts';

/** A register that was read lies in the core's memory under this id until another is read or the workplace locks. */
const ReadingId = Id;

const Chosen = z.union([z.literal('all'), z.array(z.string().max(80)).max(20_000)]);

export const registers = {
  /** Reads a register file (chosen as `table`). A mapping remembered for the same headers is used. */
  open: procedure.input(z.object({ file: FileToken })).output(z.object({ readingId: ReadingId, preview: RegisterPreview })),
  /** Reads it again with a corrected mapping, which is remembered for the next export of the same register. */
  remap: procedure.input(z.object({ readingId: ReadingId, mapping: MappingChoice })).output(RegisterPreview),
  /** What the register says against what we have: new, changed, gone. */
  differences: procedure.input(z.object({ readingId: ReadingId })).output(RegisterDifferences),
  /** Takes over what was chosen: new people by number, changed ones by id. `all` leaves out those marked with a caution. */
  accept: procedure
    .input(z.object({ readingId: ReadingId, add: Chosen, change: Chosen }))
    .output(z.object({ added: z.int(), changed: z.int() })),
};
