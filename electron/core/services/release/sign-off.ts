import type { Checklist, ChecklistSignOff } from '../../../../shared/domain/checklist.ts';
import { maySignOff, openGoals } from '../../../../shared/domain/sign-off-rules.ts';
import { canonicalHash } from '../../canonical.ts';
import { briefOf } from '../people/brief.ts';
import { planInForce, plansOf } from '../plans/plans.ts';
import { changed, existing, orRefuse, save, signedBy, type Work } from '../work.ts';
import { bansFirst } from './road.ts';

interface SignOffInput {
  readonly checklistId: string;
  /** critical things the signer saw as missing */
  readonly open: readonly string[];
  /** goals that go on after release */
  readonly goesOn: readonly string[];
  readonly reason?: string | undefined;
}

/** What the second person signs: this list as it stands, and what they said of it. */
export const signOffStatement = ({ id, items }: Pick<Checklist, 'id' | 'items'>, { on, open, goesOn, reason }: Omit<ChecklistSignOff, 'by' | 'signature'>): Readonly<Record<string, string>> => ({
  act: 'release.signOff',
  checklistId: id,
  itemsHash: canonicalHash(items),
  on,
  open: open.join(' '),
  goesOn: goesOn.join(' '),
  ...(reason === undefined ? {} : { reason }),
});

/**
 * Signs a list as the second person. @throws RefusedError checklist.… as `maySignOff`, bans.notCompared, clock.setBack, notFound
 */
export const signOff = async (work: Work, { checklistId, open, goesOn, reason }: SignOffInput): Promise<void> => {
  const list = await existing(work, 'release', checklistId, 'checklist');
  const { personId } = list;
  const [brief, versions] = await Promise.all([briefOf(work, personId), plansOf(work, personId)]);
  const goals = openGoals(planInForce(versions)).map(({ id }) => id);
  const missing = brief.missing.map(({ what }) => what);
  const said = { on: work.today, open: [...open], goesOn: goesOn.filter((id) => goals.includes(id)), ...(reason === undefined ? {} : { reason }) };
  orRefuse(maySignOff(list, { missing, goals, by: work.vault.user.id }, said));
  await bansFirst(work, personId);
  const signed: ChecklistSignOff = { ...said, by: work.vault.user.id, signature: signedBy(work, signOffStatement(list, said)) };
  await save(work, [{ op: 'put', collection: 'release', doc: changed(work, { ...list, signOff: signed }) }], { action: 'release.signOff', personId, details: { open: missing.length } });
};
