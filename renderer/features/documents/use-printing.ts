import { useEffect, useRef, useState } from 'react';
import type { PrintResult } from '../../../shared/contract/bridge.ts';
import { bridge } from '../../app/bridge.ts';
import { useClient } from '../../app/session-context.tsx';
import type { Paper } from './paper.ts';
import { useAction, type Action } from '../../app/use-action.ts';
import type { PdfFile } from '../../pdf/pdf-file.ts';
import { withSheets } from '../../pdf/sheets.ts';

export interface Printing {
  /** number of the page being drawn for the printer, or that the dialog of the system is open */
  readonly doing: { readonly page: number } | 'dialog' | undefined;
  readonly result: PrintResult | undefined;
  readonly problem: Action['problem'];
  readonly print: (file: PdfFile, previewId: string) => Promise<void>;
  readonly cancel: () => void;
}

/** Prints exactly the pages of an open preview: draws them, has it recorded, opens the dialog of the system. */
export const usePrinting = (record: Paper['print'] = (client, previewId, pages) => client.documents.print({ previewId, pages })): Printing => {
  const client = useClient();
  const work = useAction();
  const [doing, setDoing] = useState<Printing['doing']>(undefined);
  const [result, setResult] = useState<PrintResult | undefined>(undefined);
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const print = async (file: PdfFile, previewId: string): Promise<void> => {
    if (work.pending) return;
    const control = new AbortController();
    stop.current = control;
    setResult(undefined);
    const done = await work.run(() =>
      withSheets(file, control.signal, (page) => setDoing({ page }), async () => {
        const { ticket } = await record(client, previewId, file.pages);
        setDoing('dialog');
        return bridge().print(ticket).catch((): PrintResult => 'FAILED');
      }),
    );
    setDoing(undefined);
    if (control.signal.aborted) work.clear();
    else setResult(done?.value);
  };
  return { doing, result, problem: work.problem, print, cancel: () => stop.current?.abort() };
};
