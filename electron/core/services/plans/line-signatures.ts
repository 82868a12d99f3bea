import { lineSigned, lineViews, maySignLine, goalsOfLine } from '../../../../shared/domain/plan-line-rules.ts';
import { PlanLine } from '../../../../shared/domain/plan-lines.ts';
import type { PlanContent, PlanProgress } from '../../../../shared/domain/plan.ts';
import { canonicalHash } from '../../canonical.ts';
import { isSignedBy, orRefuse, RefusedError, signedBy, type Work } from '../work.ts';

interface Pair {
  readonly content: PlanContent;
  readonly progress: PlanProgress;
}

/** What a profession signs: the goals of its line as they stand in this version, on this day. */
export const lineStatement = (content: PlanContent, line: PlanLine, on: string): Readonly<Record<string, string>> => ({
  act: 'plan.signLine',
  contentId: content.id,
  line,
  lineHash: canonicalHash(goalsOfLine(content, line)),
  on,
});

/** A line signed by the one who acts. @throws RefusedError when it is not theirs, or has no goals */
export const signLineOf = (work: Work, { content, progress }: Pair, line: PlanLine): PlanProgress => {
  const { user } = work.vault;
  orRefuse(maySignLine(content, progress, line, user));
  const signature = signedBy(work, lineStatement(content, line, work.today));
  return orRefuse(lineSigned(content, progress, line, { by: user.id, on: work.today, signature }, user));
};

/** The lines that the one who acts wrote last, signed by them; what they may not sign stays for its profession. */
export const ownLinesSigned = (work: Work, { content, progress }: Pair): PlanProgress => {
  const { user } = work.vault;
  return lineViews(content, progress)
    .filter(({ line, state, author }) => state === 'UNSIGNED' && author === user.id && maySignLine(content, progress, line, user).ok)
    .reduce((next, { line }) => signLineOf(work, { content, progress: next }, line), progress);
};

/** Before a version is frozen: every signature of a line fits the goals as they stand. @throws RefusedError plan.signatureBroken */
export const signaturesHold = ({ vault }: Work, content: PlanContent, { lines }: PlanProgress): void => {
  for (const line of PlanLine.options) {
    const signed = lines?.[line]?.signed;
    if (signed !== undefined && !isSignedBy(vault, signed.by, lineStatement(content, line, signed.on), signed.signature)) throw new RefusedError({ code: 'plan.signatureBroken', params: { line } });
  }
};
