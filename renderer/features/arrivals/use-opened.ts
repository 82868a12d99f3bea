import { useEffect, useState } from 'react';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import type { ChosenFile, KnownPlace } from '../../../shared/contract/bridge.ts';
import { useClient } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';

/** An opened envelope, and the folder it lay in. */
export interface Opened {
  readonly arrival: ArrivalView;
  readonly folder: KnownPlace | undefined;
  /** of its file; unknown of one that was opened before somebody looked elsewhere */
  readonly name?: string;
}

export const idOf = ({ arrival }: Opened): string => arrival.arrivalId ?? '';

/** What lies opened in quarantine, which of it is shown, and how more comes in or goes out. */
export const useOpened = () => {
  const client = useClient();
  const putting = useAction();
  const [opened, setOpened] = useState<readonly Opened[]>([]);
  const [shown, setShown] = useState<string | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    // what was opened before somebody looked elsewhere is still in quarantine
    client.imports.quarantine().then(
      (arrivals) => {
        if (!gone) setOpened((all) => [...arrivals.filter(({ arrivalId }) => !all.some((one) => idOf(one) === arrivalId)).map((arrival) => ({ arrival, folder: undefined })), ...all]);
        return undefined;
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client]);
  const open = async (file: ChosenFile): Promise<void> => {
    const arrival = await client.imports.open({ file: file.token });
    const waiting = new Set((await client.imports.quarantine()).map(({ arrivalId }) => arrivalId));
    // the same file again takes the place of its first opening
    setOpened((all) => [...all.filter((one) => waiting.has(idOf(one)) && idOf(one) !== arrival.arrivalId), { arrival, folder: file.folder, name: file.name }]);
    setShown(arrival.arrivalId);
  };
  const putAside = async (one: Opened): Promise<void> => {
    const done = await putting.run(() => client.imports.putAside({ arrivalId: idOf(one) }));
    if (done !== undefined) setOpened((all) => all.filter((other) => other !== one));
  };
  return {
    opened,
    /** the one that was opened or chosen last */
    shown,
    current: opened.find((one) => idOf(one) === shown) ?? opened.at(-1),
    problem: putting.problem,
    show: setShown,
    open,
    putAside,
    /** the same envelope, looked at once more */
    lookedAgain: (arrival: ArrivalView): void => setOpened((all) => all.map((one) => (idOf(one) === arrival.arrivalId ? { ...one, arrival } : one))),
  };
};
