import { z } from 'zod';
import { DROP_LIMIT, fileKinds, type BridgeCall, type BridgeCalls } from '../../../shared/contract/bridge.ts';
import { AppearanceShape } from '../appearance.ts';
import { Language } from '../../../shared/domain/base.ts';

const nothing = z.undefined();

/** A plain file name every system can write: no folder, no control character, no name that hides or ends in a dot. */
export const FileName = z
  .string()
  .min(1)
  .max(120)
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  .regex(/^[^\\/:*?"<>|\u0000-\u001f\u007f]+$/)
  .refine((name) => !name.startsWith('.') && !/[. ]$/.test(name));

/** What each call of the page may carry. Typed by the calls, so that none goes unchecked. */
export const payloads: { readonly [C in BridgeCall]: z.ZodType<Parameters<BridgeCalls[C]>[0]> } = {
  connect: nothing,
  lock: nothing,
  hidden: nothing,
  setLanguage: Language,
  keptAppearance: nothing,
  keepAppearance: AppearanceShape,
  chooseFile: z.enum(fileKinds),
  chooseScans: nothing,
  chooseFolder: nothing,
  saveFile: FileName,
  print: z.uuid(),
  listMedia: nothing,
  takeFolder: z.uuid(),
  takeEnvelope: z.uuid(),
  droppedEnvelopes: z.array(z.string().max(4096)).min(1).max(DROP_LIMIT + 1),
};
