import type { CaseFile } from '../../../../shared/domain/casefile.ts';

/** Every text a person wrote into a case file that the officer's plan must show, in full. */
export const everyText = (caseFile: CaseFile): readonly string[] => [
  caseFile.person.familyName,
  caseFile.person.code,
  caseFile.recipient.name,
  caseFile.sender.name,
  caseFile.mandate.act,
  ...caseFile.dates.map((entry) => entry.source),
  ...(caseFile.obligations?.lines ?? []).map((entry) => entry.text),
  ...(caseFile.contactBans ?? []).map((ban) => ban.act),
  ...[caseFile.destination?.address, caseFile.destination?.host, caseFile.person.custody?.act, caseFile.needs?.helps].flatMap((text) => text ?? []),
  ...(caseFile.otherPeople ?? []).flatMap((one) => [one.name, one.phone ?? one.name]),
  ...(caseFile.appointments ?? []).flatMap((one) => [one.organisation, one.purpose, one.place].flatMap((text) => text ?? [])),
  ...(caseFile.applications ?? []).flatMap((one) => [one.to, one.reference].flatMap((text) => text ?? [])),
  ...(caseFile.departure ?? []).flatMap((one) => one.words ?? []),
  ...(caseFile.firstDays ?? []).flatMap((one) => one.words ?? []),
  ...(caseFile.needs?.limitations === undefined ? [] : [caseFile.needs.limitations]),
  ...(caseFile.needs?.domains ?? []).flatMap((domain) => [
    ...(domain.strengths === undefined ? [] : [domain.strengths]),
    ...domain.statements.flatMap((entry) => [entry.text, ...(entry.disputed === undefined ? [] : [entry.disputed.text])]),
  ]),
  ...caseFile.plan.objectives.flatMap((objective) => [objective.title, objective.id, ...(objective.measure === undefined ? [] : [objective.measure]), ...objective.steps.map((step) => step.text)]),
  ...(caseFile.plan.personStatement === undefined ? [] : [caseFile.plan.personStatement]),
  ...caseFile.learning.map((course) => course.provider),
];
