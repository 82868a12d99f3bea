import { DEMO_PASSWORD, demoWorkplace } from '../../electron/core/demo/client.ts';
import type { StoryTexts } from '../../electron/core/demo/story-texts.ts';
import { personWithCode } from '../../electron/core/demo/story.ts';
import { find } from '../../electron/core/services/query.ts';
import { changed, created, existing, newId, save } from '../../electron/core/services/work.ts';
import { doubtKey } from '../../shared/domain/date-conflicts.ts';
import { addDays } from '../../shared/domain/dates.ts';
import type { User } from '../../shared/domain/office.ts';
import { datesInForce } from '../../shared/domain/release-dates.ts';

/** People who come to a prison and see little of it: a teacher (who leads the course), somebody on duty, a guest; and an educator with a scope. */
const visitors: readonly Pick<User, 'name' | 'roles' | 'scope'>[] = [
  { name: 'Tudor Exemplu', roles: ['TEACHER'] },
  { name: 'Sorin Exemplu', roles: ['DUTY_OFFICER'] },
  { name: 'Gina Exemplu', roles: ['GUEST'] },
  { name: 'Olga Exemplu', roles: ['EDUCATOR'], scope: 'OWN' },
];

/** Admits them to a demo vault, as its coordinator; and the person of the story leaves within days, with a plan in force. */
export const admitVisitors = async (vaultDir: string, { names, code }: StoryTexts): Promise<void> => {
  const workplace = demoWorkplace(vaultDir, '0.0.0', Date.now);
  const { core } = workplace;
  try {
    await workplace.changeUser(names.coordinator);
    const work = core.session.work();
    const personId = await personWithCode(workplace, code);
    const on = addDays(work.today, 5);
    // the sitting planned for later falls away: the doubt is read and confirmed
    const person = await existing(work, 'people', personId, 'person');
    const despite = datesInForce(person).flatMap(({ kind, date }) => (kind === 'COMMISSION' || kind === 'HEARING' ? [doubtKey({ rule: 'SITTING_BEFORE_FINAL', first: kind, firstOn: date, second: 'DECISION_FINAL', secondOn: on })] : []));
    await workplace.calls.people.setDate({ personId, kind: 'DECISION_FINAL', date: on, certainty: 'DECIDED', source: 'Sentința 88', despite });
    for (const visitor of visitors) {
      const id = newId();
      const user: User = { ...created(work, id), type: 'user', ...visitor };
      await work.vault.addUser({ id, name: user.name, roles: user.roles, password: DEMO_PASSWORD }, { action: 'users.add' });
      await save(work, [{ op: 'put', collection: 'office', doc: user }], { action: 'users.add' });
      if (!user.roles.includes('TEACHER')) continue;
      for (const run of await find(work.vault, 'programmes', 'run', { selector: {} })) {
        await save(work, [{ op: 'put', collection: 'programmes', doc: changed(work, { ...run, leaders: [id] }) }], { action: 'learning.editRun', details: { run: run.id } });
      }
    }
  } finally {
    await core.close();
  }
};
