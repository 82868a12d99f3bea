import { oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * Every procedure may answer with one of these instead of its output:
 * REFUSED — a rule said no: `code` is a text of the `refusals` catalogue;
 * FAILED — something went wrong: `code` is a text of the `errors` catalogue;
 * FORBIDDEN — the user's roles do not hold the procedure's permission, or with `code` it is about somebody outside
 * their scope; LOCKED — nobody is unlocked.
 */
export const contractErrors = {
  REFUSED: { status: 422, data: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }) },
  FAILED: { status: 500, data: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }) },
  FORBIDDEN: { status: 403, data: z.object({ permission: z.string(), code: z.enum(['scope.notYours', 'scope.wholeHouse']).optional() }) },
  LOCKED: { status: 401 },
} as const;

/** The start of every procedure of the contract. */
export const procedure = oc.errors(contractErrors);

/** A page of a list: what is shown and how many there are. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.int().min(0) });

/**
 * A file the person chose in a dialog of the operating system. The page only ever holds this token;
 * the path stays between main process and core, and a token works once.
 */
export const FileToken = z.uuid();
