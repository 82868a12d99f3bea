import { z } from 'zod';
import { Id, shortText } from './base.ts';
import { CivilDate, Instant } from './dates.ts';

/** Where something came from that another office shared with us. */
export const PackOrigin = z.strictObject({
  serviceId: Id,
  name: shortText,
  /** the line of their pack; it never names anything of ours */
  lineId: Id,
  /** day up to which their pack is true */
  dataAsOf: CivilDate,
  /** when it was taken over: whatever changed it since was done here */
  at: Instant,
});
export type PackOrigin = z.infer<typeof PackOrigin>;

/** Whether somebody here changed what came from elsewhere since it was taken over. */
export const editedHere = ({ from, updatedAt }: { readonly from?: PackOrigin | undefined; readonly updatedAt: string }): boolean => from !== undefined && from.at !== updatedAt;
