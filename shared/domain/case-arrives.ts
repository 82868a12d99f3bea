import type { CaseFile } from './casefile.ts';
import type { Consent } from './consents.ts';
import { NeedDomain, type Round } from './needs.ts';
import type { PlanContent, PlanProgress } from './plan.ts';

/** Which questions stand behind what another service asked: its own, told in a case file. */
export const CASE_FORM = 'case-file-1';

type Stamp = Pick<Round, 'id' | 'v' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'>;

/**
 * The needs a case file tells, as a round that is closed: asked there, on the day they say, by whoever asked for them.
 * @returns undefined when it tells none
 */
export const roundFromCase = (caseFile: CaseFile, personId: string, stamp: Stamp): Round | undefined => {
  const { needs, sender } = caseFile;
  if (needs === undefined) return undefined;
  const asked = new Map(needs.domains.map((domain) => [domain.domain, domain]));
  return {
    ...stamp,
    type: 'round',
    personId,
    kind: 'PRE_RELEASE',
    conductedOn: needs.conductedOn,
    conductedBy: stamp.createdBy,
    asker: sender.name,
    sources: ['DOCUMENT'],
    ...(needs.limitations === undefined ? {} : { limitations: needs.limitations }),
    closedOn: needs.conductedOn,
    formVersion: CASE_FORM,
    domains: NeedDomain.options.map((domain) => {
      const told = asked.get(domain);
      if (told === undefined) return { domain, answer: 'NOT_ASKED' as const, statements: [] };
      return {
        domain,
        answer: told.answer,
        ...(told.level === undefined ? {} : { level: told.level }),
        ...(told.strengths === undefined ? {} : { strengths: told.strengths }),
        statements: told.statements.map((statement) => ({ ...statement, by: stamp.createdBy })),
      };
    }),
  };
};

/** Whether a round was told by a case file: of that service, about that day. */
export const isRoundOf = (round: Pick<Round, 'formVersion' | 'asker' | 'conductedOn'>, caseFile: CaseFile): boolean =>
  round.formVersion === CASE_FORM && round.asker === caseFile.sender.name && round.conductedOn === caseFile.needs?.conductedOn;

/** The choices a case file tells and nothing newer is known of here. Objections are among them. */
export const choicesFromCase = (caseFile: CaseFile, known: readonly Pick<Consent, 'purpose' | 'on' | 'decision'>[]): CaseFile['choices'] =>
  caseFile.choices.filter(({ purpose, on }) => !known.some((choice) => choice.purpose === purpose && choice.on >= on));

type Marks = Pick<PlanProgress, 'steps' | 'objectives'>;

/** How far goals and steps were when the case was sealed. */
export const marksFromCase = ({ plan, goalStates, dataAsOf }: CaseFile): Required<Marks> => ({
  steps: Object.fromEntries(plan.objectives.flatMap(({ steps }) => steps.map(({ id, status }) => [id, { status, on: dataAsOf }] as const))),
  objectives: Object.fromEntries((goalStates ?? []).map(({ objectiveId, status, on, targetDate }) => [objectiveId, { status, on, ...(targetDate === undefined ? {} : { targetDate }) }])),
});

/**
 * The marks after another state of the case came: what was marked here stands, because it is later than what the sender
 * could know; the rest is as the sender says.
 * @param content the goals that go on
 */
export const marksJoined = (content: Pick<PlanContent, 'objectives'>, here: Marks | undefined, told: Required<Marks>): Required<Marks> => {
  const goals = new Set(content.objectives.map(({ id }) => id));
  const steps = new Set(content.objectives.flatMap((objective) => objective.steps.map(({ id }) => id)));
  const ours = <T extends { readonly by?: string | undefined }>(marks: Readonly<Record<string, T>> | undefined, wanted: ReadonlySet<string>): Record<string, T> =>
    Object.fromEntries(Object.entries(marks ?? {}).filter(([id, mark]) => wanted.has(id) && mark.by !== undefined));
  return { steps: { ...told.steps, ...ours(here?.steps, steps) }, objectives: { ...told.objectives, ...ours(here?.objectives, goals) } };
};
