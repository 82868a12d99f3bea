import { stateOf, type Checklist, type ChecklistItemCommand, type ChecklistItemState } from '../checklist.ts';
import { itemMarked } from '../checklist-rules.ts';
import { MADE_UP, reached, type Walk } from './walk.ts';

export const walkChecklistItem: Walk<ChecklistItemState, ChecklistItemCommand> = (state, command) => {
  const list = { items: [{ code: 'BED', marks: [{ state, on: MADE_UP.today, by: MADE_UP.me }] }] } as unknown as Checklist;
  return reached(itemMarked(list, { code: 'BED', command, note: 'why', on: MADE_UP.today, by: MADE_UP.me }), ({ items }) => stateOf(items[0] ?? { marks: [] }));
};
