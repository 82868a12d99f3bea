import type { MergeGroup } from './merge.ts';

/** What of a document says whether the other record has one like it. */
export interface MergeDocument {
  readonly type: string;
  readonly past?: unknown;
  readonly endedOn?: unknown;
  readonly takenOff?: unknown;
  readonly sittingId?: unknown;
}

/** What it is that a person has one of at a time; undefined where there may be many. */
const oneOfAKind = ({ type, past, endedOn, takenOff, sittingId }: MergeDocument): string | undefined => {
  if (type === 'road') return type;
  if (type === 'departure') return past === undefined ? type : undefined;
  if (type === 'checklist') return endedOn === undefined ? type : undefined;
  if (type === 'sittingCase') return takenOff === undefined ? `${type} ${String(sittingId)}` : undefined;
  return undefined;
};

/** Which documents of the other record would stand a second time with the kept one: its own stay, these are set aside. */
export const standingTwice = <D extends MergeDocument>(ofKept: readonly MergeDocument[], ofOther: readonly D[]): ReadonlySet<D> => {
  const kept = new Set(ofKept.map(oneOfAKind));
  return new Set(
    ofOther.filter((doc) => {
      const kind = oneOfAKind(doc);
      return kind !== undefined && kept.has(kind);
    }),
  );
};

const groups: Readonly<Record<string, MergeGroup>> = {
  round: 'NEEDS', need: 'NEEDS', tool: 'NEEDS', note: 'NOTES', request: 'REQUESTS', content: 'PLANS', enrolment: 'COURSES', checklist: 'ROAD', road: 'ROAD', obligation: 'ROAD',
  appointment: 'ROAD', outcomeReport: 'ROAD', receivedCourse: 'COURSES', application: 'ROAD', departure: 'ROAD', packOpening: 'ROAD', sittingCase: 'SITTINGS', handover: 'HANDOVERS', import: 'HANDOVERS', issued: 'PAPERS', paperForm: 'PAPERS', consent: 'CHOICES',
  disclosure: 'DISCLOSURES', thirdPerson: 'CHOICES',
};

/** How many documents of each group there are, in the order of `MergeGroup`; how a plan goes is counted with the plan, and what left with its hand-over. */
export const countedByGroup = (documents: readonly MergeDocument[], order: readonly MergeGroup[]): { readonly group: MergeGroup; readonly count: number }[] => {
  const counted = documents.filter(({ type }) => type !== 'progress' && type !== 'sent').map(({ type }) => groups[type] ?? 'OTHER');
  return order.flatMap((group) => {
    const count = counted.filter((one) => one === group).length;
    return count === 0 ? [] : [{ group, count }];
  });
};
