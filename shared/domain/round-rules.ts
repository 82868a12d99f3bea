import type { Basis, Restriction, RestrictionDecision, Statement } from './base.ts';
import type { CivilDate } from './dates.ts';
import { isOther } from './needs-catalogue.ts';
import { needsIn, type NeedsForm } from './needs-form.ts';
import { MOST_STATEMENTS, NeedDomain, type Correction, type DomainAssessment, type NeedAnswer, type NeedItem, type OwnView, type Round, type Source } from './needs.ts';
import { allowed, refused, type Outcome } from './outcome.ts';

/** A round starts with nothing asked: "not asked" is said, never assumed to be "none". */
export const nothingAsked = (): DomainAssessment[] =>
  NeedDomain.options.map((domain) => ({ domain, answer: 'NOT_ASKED', statements: [] }));

const inDomain = (round: Round, name: NeedDomain, change: (domain: DomainAssessment) => DomainAssessment): Round => ({
  ...round,
  domains: round.domains.map((domain) => (domain.domain === name ? change(domain) : domain)),
});

/** A domain of a round. Every round has all twelve. */
export const domainOf = (round: Pick<Round, 'domains'>, name: NeedDomain): DomainAssessment =>
  round.domains.find((domain) => domain.domain === name) ?? { domain: name, answer: 'NOT_ASKED', statements: [] };

/**
 * What a person's rounds say together: each domain from the newest round in which it was asked, so that a round just opened
 * hides nothing. A refusal is an answer; a round of an earlier stay in custody says nothing any more.
 * @param rounds newest first
 * @returns undefined when nothing was ever asked
 */
export const standing = (rounds: readonly Pick<Round, 'domains' | 'past'>[]): Pick<Round, 'domains'> | undefined => {
  const current = rounds.filter(({ past }) => past !== true);
  const domains = NeedDomain.options.map((name) => current.map((round) => domainOf(round, name)).find(({ answer }) => answer !== 'NOT_ASKED') ?? domainOf({ domains: [] }, name));
  return domains.every(({ answer }) => answer === 'NOT_ASKED') ? undefined : { domains };
};

/** Answer and level belong together: a need has a level, nothing else has. */
const levelFits = (answer: NeedAnswer, level: number | undefined): Outcome<void> => {
  if (answer === 'NEED' && level === undefined) return refused('round.levelNeeded');
  return answer !== 'NEED' && level !== undefined ? refused('round.levelNotHere') : allowed(undefined);
};

const levelled = (domain: DomainAssessment, answer: NeedAnswer, level: number | undefined): DomainAssessment => {
  const { level: _before, ...rest } = domain;
  return { ...rest, answer, ...(level === undefined ? {} : { level }) };
};

const saying = (domain: DomainAssessment, statement: Statement | undefined): DomainAssessment =>
  statement === undefined ? domain : { ...domain, statements: [...domain.statements, statement] };

const isFull = (domain: DomainAssessment): boolean => domain.statements.length >= MOST_STATEMENTS;

export interface DomainAnswer {
  readonly domain: NeedDomain;
  readonly answer: NeedAnswer;
  readonly level?: number;
  readonly statement?: Statement;
  /** replaces what was written before; an empty text takes it away */
  readonly strengths?: string;
  /** what the strengths rest on */
  readonly strengthsBasis?: Basis;
  /** replaces how the person sees it; empty takes it away */
  readonly own?: OwnView;
  /** replaces what this domain rests on; none: what the round rests on */
  readonly sources?: readonly Source[];
}

/**
 * Records one domain of an open round. A need has a level; the other answers have none. An earlier statement stays: what
 * was said is not overwritten. A domain in which needs are listed is not without need.
 */
export const withAnswer = (round: Round, answer: DomainAnswer): Outcome<Round> => {
  if (round.closedOn !== undefined) return refused('round.closed');
  const fits = levelFits(answer.answer, answer.level);
  if (!fits.ok) return fits;
  const now = domainOf(round, answer.domain);
  if (answer.answer !== 'NEED' && now.items?.some((item) => item.answer === 'NEED') === true) return refused('round.needsListed');
  if (answer.statement !== undefined && isFull(now)) return refused('round.statementsFull', { most: MOST_STATEMENTS });
  return allowed(
    inDomain(round, answer.domain, (domain) => {
      const { strengths: wasStrong, strengthsBasis: wasBasis, own: wasOwn, sources: wasFrom, confirmedFrom: _confirmed, ...rest } = saying(levelled(domain, answer.answer, answer.level), answer.statement);
      const strengths = answer.strengths ?? wasStrong;
      const sources = answer.sources ?? wasFrom;
      const strengthsBasis = answer.strengthsBasis ?? wasBasis;
      const own = answer.own ?? wasOwn;
      return {
        ...rest,
        ...(strengths === undefined || strengths === '' ? {} : { strengths, ...(strengthsBasis === undefined ? {} : { strengthsBasis }) }),
        ...(own === undefined || (own.now === undefined && own.matters === undefined) ? {} : { own }),
        ...(sources === undefined || sources.length === 0 ? {} : { sources: [...sources] }),
      };
    }),
  );
};

/**
 * Records one need of a long form, or takes its answer back (`undefined`: not asked after all). A listed need makes the
 * domain one with a need, at least as pressing as what is listed; the word on the domain as a whole stays with who asks.
 * @param form the long form of the round: `NeedsForms.long`
 */
export const withItem = (round: Round, form: NeedsForm, name: NeedDomain, code: NeedItem['code'], item: Omit<NeedItem, 'code'> | undefined): Outcome<Round> => {
  if (round.closedOn !== undefined) return refused('round.closed');
  if (!needsIn(form, name).some((asked) => asked.code === code)) return refused('round.otherDomain');
  if (item !== undefined) {
    const fits = levelFits(item.answer, item.level);
    if (!fits.ok) return fits;
    if (item.answer === 'NEED' && isOther(code) && item.detail === undefined) return refused('round.detailNeeded');
  }
  return allowed({
    ...inDomain(round, name, (domain) => {
      const { items = [], ...rest } = domain;
      const next = [...items.filter((other) => other.code !== code), ...(item === undefined ? [] : [{ code, ...item }])];
      const listed = next.length === 0 ? rest : { ...rest, items: next };
      if (item?.answer !== 'NEED') return listed;
      return levelled(listed, 'NEED', Math.max(domain.level ?? 1, item.level ?? 1));
    }),
    formVersion: form.version,
  });
};

/**
 * "As last time": the person was asked again and nothing changed, so nothing is typed again. What was said keeps its own day.
 * @param form the long form of the round
 */
export const confirmed = (round: Round, form: NeedsForm, earlier: Round, name: NeedDomain): Outcome<Round> => {
  if (round.closedOn !== undefined) return refused('round.closed');
  const before = domainOf(earlier, name);
  if (earlier.personId !== round.personId || before.answer === 'NOT_ASKED') return refused('round.nothingToConfirm');
  const { corrections: _told, confirmedFrom: _older, ...same } = before;
  const known = new Set(same.statements.map(({ id }) => id));
  const statements = [...same.statements, ...domainOf(round, name).statements.filter(({ id }) => !known.has(id))];
  if (statements.length > MOST_STATEMENTS) return refused('round.statementsFull', { most: MOST_STATEMENTS });
  return allowed({
    ...inDomain(round, name, () => ({ ...same, statements, confirmedFrom: earlier.id })),
    ...(same.items === undefined ? {} : { formVersion: form.version }),
  });
};

/** A round that was not asked, with its reason: it opens closed, and says nothing about any domain. */
export const skippedRound = <R extends Round>(round: R, skipped: NonNullable<Round['skipped']>, today: CivilDate): R => ({ ...round, skipped, closedOn: today });

/** Closing needs at least one domain asked; a round of which nothing was asked is no round. */
export const closed = (round: Round, today: CivilDate): Outcome<Round> => {
  if (round.closedOn !== undefined) return refused('round.closed');
  if (round.domains.every((domain) => domain.answer === 'NOT_ASKED')) return refused('round.nothingAsked');
  return allowed({ ...round, closedOn: today });
};

export interface Correcting {
  readonly domain: NeedDomain;
  readonly answer: NeedAnswer;
  readonly level?: number;
  /** what is right, in words */
  readonly statement: Statement;
  readonly reason: string;
  readonly by: string;
  readonly on: CivilDate;
}

/**
 * Puts an answer of a closed round right: a new statement with its reason. What stood there stays readable (Directive
 * (EU) 2016/680 art. 16: rectification); an open round needs none, its answers are simply given again.
 */
export const corrected = (round: Round, { domain: name, answer, level, statement, reason, by, on }: Correcting): Outcome<Round> => {
  if (round.closedOn === undefined) return refused('round.stillOpen');
  const fits = levelFits(answer, level);
  if (!fits.ok) return fits;
  if (isFull(domainOf(round, name))) return refused('round.statementsFull', { most: MOST_STATEMENTS });
  return allowed(
    inDomain(round, name, (domain) => {
      const entry: Correction = {
        on,
        by,
        reason,
        statementId: statement.id,
        was: { answer: domain.answer, ...(domain.level === undefined ? {} : { level: domain.level }) },
      };
      return { ...saying(levelled(domain, answer, level), statement), corrections: [...(domain.corrections ?? []), entry] };
    }),
  );
};

/** The newest closed round before this one in which the domain was asked: what "as last time" means, over any number of rounds. */
export const lastAsked = <R extends Round>(rounds: readonly R[], round: Pick<Round, 'id' | 'conductedOn'>, name: NeedDomain): R | undefined =>
  rounds
    .filter((other) => other.id !== round.id && other.closedOn !== undefined && other.conductedOn <= round.conductedOn && domainOf(other, name).answer !== 'NOT_ASKED')
    .toSorted((a, b) => (`${a.conductedOn} ${a.id}` < `${b.conductedOn} ${b.id}` ? 1 : -1))[0];

/** Asking has happened, and is typed in on that day or later. */
export const mayBeConducted = (conductedOn: CivilDate, today: CivilDate): Outcome<void> => (conductedOn > today ? refused('round.inFuture') : allowed(undefined));

const statementIn = (round: Round, statementId: string): Statement | undefined => round.domains.flatMap(({ statements }) => statements).find(({ id }) => id === statementId);

const withStatement = (round: Round, statementId: string, change: (statement: Statement) => Statement): Round => ({
  ...round,
  domains: round.domains.map((domain) => ({ ...domain, statements: domain.statements.map((statement) => (statement.id === statementId ? change(statement) : statement)) })),
});

/**
 * Restricts a statement at once: until it is decided it is not used and not passed on (Directive (EU) 2016/680 art. 16(3)).
 * One that was decided may be asked for again; while it is undecided there is nothing to ask.
 */
export const restricted = (round: Round, statementId: string, request: Omit<Restriction, 'decided'>): Outcome<Round> => {
  const statement = statementIn(round, statementId);
  if (statement === undefined) return refused('notFound', { type: 'statement' });
  if (statement.restricted !== undefined && statement.restricted.decided?.decision !== 'LIFTED') return refused('round.alreadyRestricted');
  return allowed(withStatement(round, statementId, (now) => ({ ...now, restricted: { ...request } })));
};

/** Decides a request: with its reason, and by somebody else than who recorded it. */
export const restrictionDecided = (round: Round, statementId: string, decided: { readonly decision: RestrictionDecision; readonly reason: string; readonly on: CivilDate; readonly by: string }): Outcome<Round> => {
  const request = statementIn(round, statementId)?.restricted;
  if (request === undefined || request.decided !== undefined) return refused('round.nothingToDecide');
  if (request.by === decided.by) return refused('round.decidedByAnother');
  return allowed(withStatement(round, statementId, (now) => ({ ...now, restricted: { ...request, decided: { ...decided } } })));
};

/** The person's own disagreement with a statement; it travels with it. `undefined` takes a wrongly recorded one back. */
export const disputed = (round: Round, statementId: string, dispute: Statement['disputed']): Outcome<Round> => {
  const holder = round.domains.find(({ statements }) => statements.some(({ id }) => id === statementId));
  if (holder === undefined) return refused('notFound', { type: 'statement' });
  return allowed(
    inDomain(round, holder.domain, (domain) => ({
      ...domain,
      statements: domain.statements.map((statement) => {
        if (statement.id !== statementId) return statement;
        const { disputed: _before, ...rest } = statement;
        return dispute === undefined ? rest : { ...rest, disputed: dispute };
      }),
    })),
  );
};
