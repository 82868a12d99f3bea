import { useEffect, useRef, useState } from 'react';
import type { PrintResult } from '../../../shared/contract/bridge.ts';
import type { DoneForSeveral } from '../../../shared/contract/caseload.ts';
import { bridge } from '../../app/bridge.ts';
import { toProblem } from '../../app/problem.ts';
import { useClient } from '../../app/session-context.tsx';
import { useAction, type Action } from '../../app/use-action.ts';
import { openPdf, PdfError, type PdfFile } from '../../pdf/pdf-file.ts';
import { withPile } from '../../pdf/sheets.ts';
import type { Chosen, ChosenPerson } from './chosen.ts';

type Refused = DoneForSeveral['refused'][number];

/** How far the pile is: copies are made one after the other, then drawn, then the system asks for the printer. */
export type PileStep = { readonly at: 'making' | 'drawing'; readonly no: number; readonly of: number } | { readonly at: 'dialog' };

export interface Pile {
  readonly step: PileStep | undefined;
  readonly result: { readonly printed: PrintResult; readonly copies: number } | undefined;
  readonly refused: readonly Refused[];
  readonly problem: Action['problem'];
  readonly print: (chosen: Chosen) => Promise<void>;
  readonly cancel: () => void;
}

interface Made {
  readonly file: PdfFile;
  readonly previewId: string;
}

/** What is said of one person whose copy cannot be made, while the others go on. Anything else ends the pile. */
const refusedOf = ({ id, name, code }: ChosenPerson, error: unknown): Refused => {
  if (error instanceof PdfError) return { id, name, code, kind: 'failed', problem: 'document.unexpected', params: {} };
  const problem = toProblem(error);
  if (problem.kind !== 'refused') throw error;
  return { id, name, code, kind: 'refused', problem: problem.code, params: { ...problem.params } };
};

/** Makes the copies of several people and prints them as one pile: one dialog of the system, one entry of the trail for each. */
export const usePile = (): Pile => {
  const client = useClient();
  const work = useAction();
  const [step, setStep] = useState<PileStep | undefined>(undefined);
  const [result, setResult] = useState<Pile['result']>(undefined);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const makeAll = async (chosen: Chosen, made: Made[], signal: AbortSignal): Promise<void> => {
    for (const [at, person] of chosen.entries()) {
      signal.throwIfAborted();
      setStep({ at: 'making', no: at + 1, of: chosen.length });
      try {
        const { previewId, pdf } = await client.caseload.previewCopy({ personId: person.id }, { signal });
        made.push({ previewId, file: await openPdf(await pdf.arrayBuffer()) });
      } catch (error) {
        signal.throwIfAborted();
        const why = refusedOf(person, error);
        setRefused((before) => [...before, why]);
      }
    }
  };
  const print = async (chosen: Chosen): Promise<void> => {
    if (work.pending) return;
    const control = new AbortController();
    stop.current = control;
    setResult(undefined);
    setRefused([]);
    const made: Made[] = [];
    const done = await work.run(async () => {
      try {
        await makeAll(chosen, made, control.signal);
        if (made.length === 0) return undefined;
        const pages = made.reduce((sum, { file }) => sum + file.pages, 0);
        return await withPile(
          made.map(({ file }) => file),
          control.signal,
          (no) => setStep({ at: 'drawing', no, of: pages }),
          async () => {
            const { ticket } = await client.caseload.printCopies({ previewIds: made.map(({ previewId }) => previewId) });
            setStep({ at: 'dialog' });
            return bridge().print(ticket).catch((): PrintResult => 'FAILED');
          },
        );
      } finally {
        for (const { file } of made) file.close();
      }
    });
    setStep(undefined);
    if (control.signal.aborted) work.clear();
    else if (done?.value !== undefined) setResult({ printed: done.value, copies: made.length });
  };
  return { step, result, refused, problem: work.problem, print, cancel: () => stop.current?.abort() };
};
