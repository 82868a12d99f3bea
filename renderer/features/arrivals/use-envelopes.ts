import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { DROP_LIMIT, type ChosenFile, type Dropped, type KnownPlace } from '../../../shared/contract/bridge.ts';
import { bridge } from '../../app/bridge.ts';
import { toProblem, type Problem } from '../../app/problem.ts';

/** A file that could not be taken in, by its name. */
export interface FileProblem {
  readonly name: string;
  readonly problem: Problem;
}

export interface Envelopes {
  /** how many are still to be opened */
  readonly waiting: number;
  readonly problems: readonly FileProblem[];
  readonly choose: () => Promise<void>;
  readonly drop: (files: readonly File[]) => Promise<void>;
  readonly openFound: (envelope: KnownPlace) => Promise<void>;
}

/** Why a dropped file was not looked at. */
export const droppedProblem = (dropped: Extract<Dropped, { refused: string }>): FileProblem => ({
  name: dropped.name,
  problem: { kind: 'refused', code: `file.${dropped.refused}`, params: { limit: dropped.refused === 'tooMany' ? DROP_LIMIT : 64 } },
});

const gone = (name: string): FileProblem => ({ name, problem: { kind: 'refused', code: 'file.gone', params: {} } });

/**
 * Takes files in, however they come: chosen, dropped or found on a stick. One after the other, so that a bad one does
 * not stop the good ones.
 * @param open opens one in the core
 */
export const useEnvelopes = (open: (file: ChosenFile) => Promise<void>): Envelopes => {
  const [waiting, setWaiting] = useState(0);
  const [problems, setProblems] = useState<readonly FileProblem[]>([]);
  const busy = useRef(false);
  const here = useRef(true);
  const openOne = useEffectEvent(open);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const take = async (files: readonly ChosenFile[], before: readonly FileProblem[] = []): Promise<void> => {
    setProblems(before);
    for (const [at, file] of files.entries()) {
      if (!here.current) return;
      setWaiting(files.length - at);
      try {
        await openOne(file);
      } catch (error) {
        const problem = toProblem(error);
        setProblems((all) => [...all, { name: file.name, problem }]);
      }
    }
    setWaiting(0);
  };
  /** One intake at a time: a second press while the first is under way is ignored. */
  const alone = async (intake: () => Promise<void>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      await intake();
    } finally {
      busy.current = false;
    }
  };
  return {
    waiting,
    problems,
    choose: () =>
      alone(async () => {
        const file = await bridge().chooseFile('envelope');
        if (file !== null) await take([file]);
      }),
    drop: (files) =>
      alone(async () => {
        const dropped = await bridge().dropEnvelopes(files);
        await take(
          dropped.flatMap((one) => ('file' in one ? [one.file] : [])),
          dropped.flatMap((one) => ('file' in one ? [] : [droppedProblem(one)])),
        );
      }),
    openFound: (envelope) =>
      alone(async () => {
        const file = await bridge().takeEnvelope(envelope.place);
        if (file === null) setProblems([gone(envelope.name)]);
        else await take([file]);
      }),
  };
};
