import type { CivilDate } from '../../../../shared/domain/dates.ts';
import { isShown, mayRecordTool, type ExternalTool } from '../../../../shared/domain/external-tool.ts';
import type { Stored } from '../../vault/types.ts';
import { find } from '../query.ts';
import { created, existing, orRefuse, save, type Work } from '../work.ts';

/** Results of tools used elsewhere that are still shown today, newest first. Older ones are kept and no longer told. */
export const toolsOf = async (work: Work, personId: string): Promise<Stored<ExternalTool>[]> => {
  const all = await find(work.vault, 'assessments', 'tool', { selector: { personId } });
  return all.filter((tool) => isShown(tool, work.today)).toSorted((a, b) => (a.on < b.on ? 1 : -1));
};

export interface NewTool {
  readonly personId: string;
  readonly tool: string;
  readonly band: string;
  readonly on: CivilDate;
  readonly by: string;
}

/** Keeps a result as a reference. Neither tool nor band is told to the audit trail. */
export const recordTool = async (work: Work, input: NewTool): Promise<{ toolId: string }> => {
  const { birthDate } = await existing(work, 'people', input.personId, 'person');
  orRefuse(mayRecordTool(input.on, birthDate, work.today));
  const tool: ExternalTool = { ...created(work), type: 'tool', ...input };
  await save(work, [{ op: 'put', collection: 'assessments', doc: tool }], { action: 'needs.recordTool', personId: input.personId, details: { tool: tool.id } });
  return { toolId: tool.id };
};

/** Takes a result away that was recorded wrongly. */
export const dropTool = async (work: Work, { toolId }: { readonly toolId: string }): Promise<void> => {
  const tool = await existing(work, 'assessments', toolId, 'tool');
  await save(work, [{ op: 'remove', collection: 'assessments', id: toolId, _rev: tool._rev }], { action: 'needs.dropTool', personId: tool.personId, details: { tool: toolId } });
};
