import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Basis, Id, Language, LONG_TEXT, longText, RestrictionDecision, shortText } from '../domain/base.ts';
import { CivilDate } from '../domain/dates.ts';
import { ExternalTool } from '../domain/external-tool.ts';
import { Need, NeedCommand } from '../domain/need.ts';
import { NeedCode } from '../domain/needs-catalogue.ts';
import { NeedAnswer, NeedDomain, NeedItem, NeedLevel, NeedUrgency, OwnView, Round, RoundKind, RoundSkipReason, Source } from '../domain/needs.ts';
import { procedure } from './base.ts';

const stored = { _rev: z.string() };

export const StoredRound = Round.extend(stored);

/** A need with what can be done about its last entry. */
export const NeedView = z.object({
  need: Need.extend(stored),
  /** the last entry is one's own and of today: it can be taken back */
  canTakeBack: z.boolean(),
});
export type NeedView = z.infer<typeof NeedView>;

/** A sentence as it is typed: what it says, in which language, and what it rests on. */
const Said = z.object({ text: longText, lang: Language, basis: Basis });

export const needs = {
  openRound: procedure
    .input(
      z.object({
        personId: Id,
        kind: RoundKind,
        conductedOn: CivilDate,
        /** a page of the signed paper it is typed from */
        fromPaper: Id.optional(),
        /** the colleague who asked, where another one types it in */
        conductedBy: Id.optional(),
        /** who asked, where it was nobody who works with this program */
        asker: shortText.optional(),
        sources: z.array(Source).min(1).max(6),
        limitations: longText.optional(),
      }),
    )
    .output(z.object({ roundId: Id })),
  /** One domain of an open round: asked and none, not asked, refused, or a need with its level and a statement. */
  record: procedure
    .input(
      z.object({
        roundId: Id,
        domain: NeedDomain,
        answer: NeedAnswer,
        level: NeedLevel.optional(),
        statement: Said.optional(),
        /** replaces what was written; empty takes it away */
        strengths: z.string().trim().max(LONG_TEXT).optional(),
        strengthsBasis: Basis.optional(),
        /** how the person sees it; empty takes it away */
        own: OwnView.optional(),
        /** what this domain rests on; empty: what the round rests on */
        sources: z.array(Source).max(6).optional(),
      }),
    )
    .output(z.void()),
  /** One need of the catalogue in an open round; without `item` its answer is taken back. */
  recordItem: procedure.input(z.object({ roundId: Id, domain: NeedDomain, code: NeedCode, item: NeedItem.omit({ code: true }).optional() })).output(z.void()),
  /** The person was asked again and nothing changed: the answer of an earlier round stands in this one too. */
  confirm: procedure.input(z.object({ roundId: Id, fromRoundId: Id, domain: NeedDomain })).output(z.void()),
  /** Puts an answer of a closed round right; what stood there stays readable. */
  correct: procedure
    .input(z.object({ roundId: Id, domain: NeedDomain, answer: NeedAnswer, level: NeedLevel.optional(), statement: Said, reason: longText }))
    .output(z.void()),
  /** The person's own disagreement with a statement, in any round; without `text` a wrongly recorded one is taken back. */
  dispute: procedure.input(z.object({ roundId: Id, statementId: Id, text: longText.optional() })).output(z.void()),
  /** A round that was not asked, and why. */
  skipRound: procedure.input(z.object({ personId: Id, kind: RoundKind, on: CivilDate, reason: RoundSkipReason, words: longText.optional() })).output(z.object({ roundId: Id })),
  /** Asks that a statement is not used or passed on: it holds at once, in every round that has the statement. */
  restrict: procedure.input(z.object({ roundId: Id, statementId: Id, reason: longText })).output(z.void()),
  /** Decides such a request; by somebody else than who recorded it. */
  decideRestriction: procedure.input(z.object({ roundId: Id, statementId: Id, decision: RestrictionDecision, reason: longText })).output(z.void()),
  /** Live: results of tools used elsewhere, while they are less than twelve months old. Never part of any other answer. */
  tools: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(ExternalTool.extend(stored)))),
  recordTool: procedure.input(z.object({ personId: Id, tool: shortText, band: shortText, on: CivilDate, by: shortText })).output(z.object({ toolId: Id })),
  dropTool: procedure.input(z.object({ toolId: Id })).output(z.void()),
  /** `limitations` and `helps`, when given, replace what was said before; empty means none. */
  closeRound: procedure.input(z.object({ roundId: Id, limitations: z.string().trim().max(LONG_TEXT).optional(), helps: z.string().trim().max(LONG_TEXT).optional() })).output(z.void()),
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(StoredRound))),
  /** Live: what was found and what became of it; what is left to do first. */
  list: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(NeedView))),
  /** What became of a need. Refused on a day before its last entry; what could not be met, or is open again, is said in words. */
  update: procedure
    .input(
      z.object({
        needId: Id,
        command: NeedCommand,
        on: CivilDate,
        fromPartner: z.boolean(),
        urgency: NeedUrgency.optional(),
        said: Said.optional(),
      }),
    )
    .output(z.void()),
  /** Takes one's own last entry of today back. */
  takeUpdateBack: procedure.input(z.object({ needId: Id })).output(z.void()),
};
