import { addDays } from '../../../shared/domain/dates.ts';
import { existing } from '../services/work.ts';
import { admit } from '../services/users/users.ts';
import { DEMO_PASSWORD, type DemoWorkplace } from './client.ts';
import type { StoryTexts } from './story-texts.ts';

/** How long the guest of a demonstration may look, in days. */
const GUEST_STAYS = 60;

/**
 * Who else logs in at the prison, admitted by the coordinator who is unlocked: their password is told on the screen like
 * the others', so none of them has to replace it.
 * @param runId the course the teacher leads, beside whoever leads it
 */
export const admitOthers = async ({ core, calls }: DemoWorkplace, { others }: StoryTexts, runId: string): Promise<void> => {
  const work = core.session.work();
  await admit(work, { name: others.psychologist, roles: ['PSYCHOLOGIST'], scope: 'FACILITY' }, DEMO_PASSWORD, false);
  await admit(work, { name: others.socialWorker, roles: ['SOCIAL_WORKER'], scope: 'FACILITY' }, DEMO_PASSWORD, false);
  await admit(work, { name: others.director, roles: ['DIRECTOR'] }, DEMO_PASSWORD, false);
  await admit(work, { name: others.administrator, roles: ['ADMIN'] }, DEMO_PASSWORD, false);
  const teacher = await admit(work, { name: others.teacher, roles: ['TEACHER'] }, DEMO_PASSWORD, false);
  await admit(work, { name: others.dutyOfficer, roles: ['DUTY_OFFICER'] }, DEMO_PASSWORD, false);
  await admit(work, { name: others.guest, roles: ['GUEST'], until: addDays(work.today, GUEST_STAYS) }, DEMO_PASSWORD, false);
  const { label, leaders } = await existing(work, 'programmes', runId, 'run');
  await calls.learning.editRun({ runId, label, leaders: [...leaders, teacher] });
};
