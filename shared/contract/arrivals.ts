import { z } from 'zod';
import { Id, Language } from '../domain/base.ts';
import { CaseFile } from '../domain/casefile.ts';
import { CivilDate } from '../domain/dates.ts';
import { ReceiptDecision } from '../domain/envelope.ts';
import { ImportStatus } from '../domain/import-record.ts';
import { Transfer } from '../domain/transfer.ts';
import { NameLikeness } from '../domain/name-likeness.ts';
import { SharedPackKind, SharedPackState } from '../domain/shared-pack.ts';

export const CheckView = z.object({ name: z.string(), state: z.enum(['passed', 'failed', 'not-run']), code: z.string().optional(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });

/** Somebody here who may be the one an envelope is about; a human decides. */
export const CandidateView = z.object({
  personId: Id,
  name: z.string(),
  code: z.string(),
  birthDate: CivilDate,
  /** the sender's own id of them; the number of the register; a name that sounds alike, born the same day */
  why: z.enum(['ID', 'NUMBER', 'NAME']),
  /** nothing speaks against it; a human says so all the same */
  likely: z.boolean(),
  likeness: NameLikeness,
  /** where the file says something else; codes and days as they are stored */
  differences: z.array(z.object({ field: z.string(), here: z.string().optional(), there: z.string() })),
});
export type CandidateView = z.infer<typeof CandidateView>;

export const ArrivalView = z.object({
  /** names the quarantined envelope until it is decided or the core ends; absent when it could not be opened */
  arrivalId: Id.optional(),
  state: ImportStatus,
  checks: z.array(CheckView),
  /** who signed it, and who compared their fingerprint when, with whom and how */
  sender: z
    .object({ serviceId: Id, name: z.string(), trust: z.string(), comparedOn: z.string().optional(), comparedWith: z.string().optional(), comparedBy: z.string().optional() })
    .optional(),
  /** of the signed header, once it was read */
  reference: z.string().optional(),
  /** the reference of the envelope it replaces, empty when that one never came */
  supersedes: z.string().optional(),
  caseFile: CaseFile.optional(),
  /** a whole case with its history, from another prison */
  transfer: Transfer.optional(),
  /** what a newer program added and this one does not show, `place = value`; all of it is kept at import */
  unknown: z.array(z.string()).optional(),
  /** an envelope already imported: the same receipt is offered again */
  repeated: z.boolean(),
  /** what was answered to it before, and when */
  earlier: z
    .object({ importId: Id, decision: ReceiptDecision, on: z.string(), personId: Id, revokedOn: z.string().optional(), superseded: z.literal(true).optional() })
    .optional(),
  /** it is no case but the sender's word that one must not be used any more */
  notice: z.object({ importId: Id, personId: Id, person: z.string().optional(), reference: z.string(), reason: z.string(), on: z.string(), deletedOn: z.string().optional() }).optional(),
  /** it is no case but a directory, a catalogue or templates of another office */
  pack: z.object({ kind: SharedPackKind, lines: z.int(), state: SharedPackState, packId: Id.optional() }).optional(),
  /** the envelope brings a plan as a PDF, in this language */
  document: Language.optional(),
  /** who here it may be about, the likelier before the others */
  candidates: z.array(CandidateView).optional(),
  /** how many more there are whom the user does not see */
  elsewhere: z.int().min(0).optional(),
});
export type ArrivalView = z.infer<typeof ArrivalView>;
