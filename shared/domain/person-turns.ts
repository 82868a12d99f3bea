import { z } from 'zod';
import { Id, shortText } from './base.ts';
import { CivilDate } from './dates.ts';
import { ReleaseType } from './jurisdiction.ts';
import { PersonStatus } from './person-machine.ts';

/** Acts of their own that change where somebody stands; decisions and movements do it besides. */
export const TurnKind = z.enum(['RELEASE', 'CLOSE', 'NEW_ROUND', 'ESCAPE', 'RECAPTURE', 'DEATH', 'DEATH_MISTAKEN', 'TRANSFER', 'REOPEN']);
export type TurnKind = z.infer<typeof TurnKind>;

export const PersonTurn = z.strictObject({
  id: Id,
  kind: TurnKind,
  on: CivilDate,
  /** the act it was read from: a certificate, a report, a sentence; never a cause of death */
  source: shortText,
  setBy: Id,
  /** where the person stood before */
  before: PersonStatus,
  /** of a release: in which way */
  releaseType: ReleaseType.optional(),
});
export type PersonTurn = z.infer<typeof PersonTurn>;
