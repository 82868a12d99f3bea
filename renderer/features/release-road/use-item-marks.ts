import { useState } from 'react';
import { checklistItemMachine, needsReason, stateOf, type ChecklistItem, type ChecklistItemCommand, type ChecklistItemState } from '../../../shared/domain/checklist.ts';
import { commandsOf } from '../../../shared/domain/machine.ts';
import type { CivilDate } from '../../../shared/domain/dates.ts';
import { useClient, useSession } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';

/** A step that still needs a word: why, or what shows it. */
export interface WantedReason {
  readonly item: ChecklistItem;
  readonly command: ChecklistItemCommand;
}

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
  readonly problem: ReturnType<typeof useAction>['problem'];
  /** the item marked last on this screen, which can be taken back */
  readonly last: { readonly item: ChecklistItem; readonly state: ChecklistItemState; readonly undone: boolean } | undefined;
  readonly wanted: WantedReason | undefined;
  readonly go: (item: ChecklistItem, to: ChecklistItemState) => void;
  /** Ticks or unticks. One's own tick of today is taken back; an older one was true for somebody, and asks why. */
  readonly tick: (item: ChecklistItem, done: boolean) => void;
  /** Resolves to whether it was saved. */
  readonly withNote: (note: string) => Promise<boolean>;
  readonly cancel: () => void;
  readonly undo: () => void;
}

/** How the items of a list are marked, from wherever they are shown. */
export const useItemMarks = (personId: string, checklistId: string): ItemMarks => {
  const client = useClient();
  const { status } = useSession();
  const saving = useAction();
  const [last, setLast] = useState<ItemMarks['last']>(undefined);
  const [wanted, setWanted] = useState<WantedReason | undefined>(undefined);
  const save = async ({ item, command }: WantedReason, note?: string): Promise<boolean> => {
    const done = await saving.run(() => client.release.mark({ checklistId, code: item.code, command, ...(note === undefined ? {} : { note }) }));
    const state = checklistItemMachine[stateOf(item)][command];
    if (done !== undefined && state !== undefined) setLast({ item, state, undone: false });
    return done !== undefined;
  };
  const takeBack = async (item: ChecklistItem): Promise<void> => {
    const done = await saving.run(() => client.release.unmark({ checklistId, code: item.code }));
    if (done !== undefined) setLast({ item, state: 'OPEN', undone: true });
  };
  const run = (item: ChecklistItem, command: ChecklistItemCommand): void => {
    if (needsReason(stateOf(item), command)) setWanted({ item, command });
    else void save({ item, command });
  };
  return {
    personId,
    checklistId,
    problem: saving.problem,
    last,
    wanted,
    go: (item, to) => {
      const command = waysOf(stateOf(item)).find(({ state }) => state === to)?.command;
      if (command !== undefined) run(item, command);
    },
    tick: (item, done) => {
      if (done) run(item, 'finish');
      else if (isOwnOfToday(item, status.user?.id, status.today)) void takeBack(item);
      else run(item, 'reopen');
    },
    withNote: async (note) => {
      if (wanted === undefined) return true;
      const saved = await save(wanted, note);
      if (saved) setWanted(undefined);
      return saved;
    },
    cancel: () => setWanted(undefined),
    undo: () => {
      if (last !== undefined && !last.undone) void takeBack(last.item);
    },
  };
};
