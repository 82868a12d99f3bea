import { roadView } from '../services/release/road.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { readAttendanceSheet, type AttendanceSheet } from '../services/learning/attendance-sheet.ts';
import { findByCode } from '../services/people/people.ts';
import { DEMO_PASSWORD, type DemoWorkplace } from './client.ts';
import { programme, roStory, type StoryTexts } from './story-texts.ts';

const user = (name: string, role: 'EDUCATOR' | 'COORDINATOR' | 'PROBATION_OFFICER') => ({ name, role, password: DEMO_PASSWORD });

/** First run of the prison, unlocked as the educator. */
export const createPrison = async ({ calls }: DemoWorkplace, { prison, names }: StoryTexts = roStory): Promise<void> => {
  await keep(calls, { ...prison, users: [user(names.educator, 'EDUCATOR'), user(names.coordinator, 'COORDINATOR')] });
};

/** First run of the probation office, unlocked as the officer. */
export const createOffice = async ({ calls }: DemoWorkplace, { office, names }: StoryTexts = roStory): Promise<void> => {
  await keep(calls, { ...office, users: [user(names.officer, 'PROBATION_OFFICER'), user(names.head, 'COORDINATOR')] });
};

type Create = Parameters<DemoWorkplace['calls']['session']['create']>[0];

const keep = async (calls: DemoWorkplace['calls'], workplace: Create): Promise<void> => {
  const { recoveryCode } = await calls.session.create(workplace);
  await calls.session.confirmRecovery({ lastGroup: recoveryCode.split('-').at(-1) ?? '' });
};

export interface RegisterAccount {
  readonly file: string;
  readonly rows: number;
  readonly accepted: number;
  readonly imported: number;
  readonly changed: number;
  readonly gone: number;
  readonly ignored: number;
  readonly warnings: number;
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
}

/** Imports a register file: everything it says that is new or changed. */
export const importRegister = async ({ calls, grant }: DemoWorkplace, path: string): Promise<RegisterAccount> => {
  const { readingId, preview } = await calls.registers.open({ file: grant(path, 'table') });
  const differences = await calls.registers.differences({ readingId });
  const { added, changed } = await calls.registers.accept({ readingId, add: 'all', change: 'all' });
  return {
    file: preview.source,
    rows: preview.counts.rows,
    accepted: preview.counts.accepted,
    imported: added,
    changed,
    gone: differences.gone.length,
    ignored: preview.counts.ignored,
    warnings: preview.counts.warnings,
    refused: preview.refused.map(({ row, reason }) => ({ row, reason })),
  };
};

/** A person of the register, by number. */
export const personWithCode = async ({ core }: DemoWorkplace, code: string): Promise<string> => {
  const person = await findByCode(core.session.work(), code);
  if (person === undefined) throw new Error(`nobody with number ${code}`);
  return person.id;
};

/** Needs asked and the round closed. */
export const askNeeds = async (
  { calls }: DemoWorkplace,
  personId: string,
  { answers, language, kind, on }: Pick<StoryTexts, 'answers' | 'language'> & { readonly kind: 'RECEPTION' | 'REVIEW' | 'PRE_RELEASE'; readonly on: CivilDate },
): Promise<void> => {
  const { roundId } = await calls.needs.openRound({ personId, kind, conductedOn: on, sources: ['INTERVIEW', 'FILE'] });
  for (const { domain, answer, level, text, strengths } of answers) {
    await calls.needs.record({
      roundId,
      domain,
      answer,
      level,
      strengths,
      statement: text === undefined ? undefined : { text, lang: language, basis: 'PERSON_SAYS' },
    });
  }
  await calls.needs.closeRound({ roundId });
};

/** Needs asked, choices recorded, a plan made, proposed and agreed: it waits for the second user. */
export const planToApprove = async (workplace: DemoWorkplace, personId: string, today: CivilDate, texts: StoryTexts = roStory): Promise<{ contentId: string }> => {
  const { calls } = workplace;
  const { language: lang, personStatement, objectives } = texts;
  await askNeeds(workplace, personId, { ...texts, kind: 'PRE_RELEASE', on: today });
  await calls.consents.record({ personId, purpose: 'FOLLOW_UP', decision: 'GIVEN', on: today, lang });
  await calls.consents.record({ personId, purpose: 'FAMILY_CONTACT', decision: 'REFUSED', on: today, lang });
  const { contentId } = await calls.plans.draft({ personId, kind: 'PRE_RELEASE', lang });
  await calls.plans.write({ contentId, personStatement, objectives: objectives(today) });
  await calls.plans.propose({ contentId });
  await calls.plans.answer({ contentId, answer: 'AGREES', on: today, signature: 'PAPER' });
  return { contentId };
};

/** The same, approved by the second user. Ends as the educator. */
export const planWith = async (workplace: DemoWorkplace, personId: string, today: CivilDate, texts: StoryTexts = roStory): Promise<{ contentId: string; contentHash: string }> => {
  const { calls, changeUser } = workplace;
  const { contentId } = await planToApprove(workplace, personId, today, texts);
  // nothing leaves while nobody has looked what the person will have to do
  const { obligationsKnown } = await roadView(workplace.core.session.work(), personId);
  if (!obligationsKnown) await calls.release.noObligations({ personId, source: '17/2026' });
  await changeUser(texts.names.coordinator);
  const { contentHash } = await calls.plans.approve({ contentId });
  await changeUser(texts.names.educator);
  return { contentId, contentHash };
};

export interface CourseAccount {
  readonly runId: string;
  readonly sessions: number;
  readonly rows: number;
  readonly enrolled: number;
  readonly marks: number;
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
}

/** A course with the marks of an attendance sheet; numbers that nobody here has are named, not guessed. */
export const courseFrom = async (workplace: DemoWorkplace, sheetBytes: Uint8Array): Promise<CourseAccount> => {
  const { calls, core } = workplace;
  const sheet: AttendanceSheet = await readAttendanceSheet(sheetBytes);
  const { programmeId } = await calls.learning.addProgramme(programme);
  const { runId, sessionIds } = await calls.learning.addRun({
    programmeId,
    label: 'Grupa 2',
    sessions: sheet.sessions.map((on) => ({ on, minutes: 120 })),
  });
  const refused: { row: number; reason: string }[] = sheet.refused.map(({ row, reason }) => ({ row, reason }));
  const known: { personId: string; marks: AttendanceSheet['rows'][number]['marks'] }[] = [];
  for (const { row, code, marks } of sheet.rows) {
    const person = await findByCode(core.session.work(), code);
    if (person === undefined) refused.push({ row, reason: 'NUMBER_UNKNOWN' });
    else known.push({ personId: person.id, marks });
  }
  const { enrolled } = await calls.learning.enrol({ runId, personIds: known.map(({ personId }) => personId) });
  const marks = known.flatMap(({ personId, marks: cells }) =>
    cells.flatMap((mark, index) => {
      const sessionId = sessionIds[index];
      return mark === null || sessionId === undefined ? [] : [{ personId, sessionId, mark }];
    }),
  );
  const { saved } = await calls.learning.mark({ runId, marks });
  return { runId, sessions: sheet.sessions.length, rows: sheet.rows.length + sheet.refused.length, enrolled, marks: saved, refused };
};
