import { checklistItemMachine, needsReason, stateOf, type ChecklistItem, type ChecklistItemCommand, type ChecklistItemState } from '../../../shared/domain/checklist.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { useMarking, type Marking } from '../../app/marking/use-marking.ts';
import { useClient, useSession } from '../../app/session-context.tsx';

/** What is done with an item of the list. */
export interface ItemMark {
  readonly item: ChecklistItem;
  readonly command: ChecklistItemCommand;
}

/** Where a mark leads the item it was made on. */
export const stateAfter = ({ item, command }: ItemMark): ChecklistItemState => checklistItemMachine[stateOf(item)][command] ?? stateOf(item);

/** The states an item can go to, with the command that leads there; where it stands is one of them. */
export const waysOf = (state: ChecklistItemState): readonly { readonly state: ChecklistItemState; readonly command: ChecklistItemCommand | undefined }[] => [
  { state, command: undefined },
  ...commandsOf(checklistItemMachine, state).flatMap((command) => {
    const to = checklistItemMachine[state][command];
    return to === undefined ? [] : [{ state: to, command }];
  }),
];

/** Whether the last mark of an item is one's own of today, which is simply taken back. */
export const isOwnOfToday = ({ marks }: Pick<ChecklistItem, 'marks'>, userId: string | undefined, today: CivilDate): boolean => {
  const last = marks.at(-1);
  return last !== undefined && last.by === userId && last.on === today;
};

export interface ItemMarks {
  readonly personId: string;
  readonly checklistId: string;
  readonly marking: Marking<ItemMark>;
  readonly go: (item: ChecklistItem, to: ChecklistItemState) => void;
  /** Ticks or unticks. One's own tick of today is taken back; an older one was true for somebody, and asks why. */
  readonly tick: (item: ChecklistItem, done: boolean) => void;
}

/** How the items of a list are marked, from wherever they are shown. */
export const useItemMarks = (personId: string, checklistId: string): ItemMarks => {
  const client = useClient();
  const { status } = useSession();
  const marking = useMarking<ItemMark>({
    lineOf: ({ item }) => item.code,
    needsWord: ({ item, command }) => needsReason(stateOf(item), command),
    save: ({ item, command }, note) => client.release.mark({ checklistId, code: item.code, command, ...(note === undefined ? {} : { note }) }),
    takeBack: ({ item }) => client.release.unmark({ checklistId, code: item.code }),
  });
  return {
    personId,
    checklistId,
    marking,
    go: (item, to) => {
      const command = waysOf(stateOf(item)).find(({ state }) => state === to)?.command;
      if (command !== undefined) marking.make({ item, command });
    },
    tick: (item, done) => {
      if (!done && isOwnOfToday(item, status.user?.id, status.today)) marking.takeBack({ item, command: 'reopen' });
      else marking.make({ item, command: done ? 'finish' : 'reopen' });
    },
  };
};
