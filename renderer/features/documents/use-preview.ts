import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Language } from '../../../shared/domain/base.ts';
import { useMaybeClient } from '../../app/line-context.tsx';
import { isStopped, toProblem, type Problem } from '../../app/problem.ts';
import { openPdf, PdfError, type PdfFile } from '../../pdf/pdf-file.ts';
import type { Paper } from './paper.ts';

export type PreviewState =
  | { readonly phase: 'making' }
  | { readonly phase: 'shown'; readonly file: PdfFile; readonly previewId: string; readonly language: Language }
  /** the core said no, or could not */
  | { readonly phase: 'refused'; readonly problem: Problem }
  /** there are bytes, but no PDF that can be shown */
  | { readonly phase: 'unreadable'; readonly why: PdfError['why'] };

/** Asks for a paper in a language and opens it; another language asks again. Everything is forgotten when the component goes. */
export const usePreview = (paper: Paper, language: Language): { readonly state: PreviewState; readonly fail: () => void } => {
  const client = useMaybeClient();
  const [seen, setSeen] = useState<{ readonly asked: Language; readonly state: PreviewState } | undefined>(undefined);
  const look = useEffectEvent(paper.look);
  useEffect(() => {
    if (client === undefined) return undefined;
    const stop = new AbortController();
    let file: PdfFile | undefined;
    const show = (state: PreviewState): void => setSeen({ asked: language, state });
    const open = async (): Promise<void> => {
      try {
        const preview = await look(client, language, stop.signal);
        file = await openPdf(await preview.pdf.arrayBuffer());
        if (stop.signal.aborted) file.close();
        else show({ phase: 'shown', file, previewId: preview.previewId, language: preview.language });
      } catch (error) {
        if (stop.signal.aborted || isStopped(error)) return;
        show(error instanceof PdfError ? { phase: 'unreadable', why: error.why } : { phase: 'refused', problem: toProblem(error) });
      }
    };
    void open();
    return () => {
      stop.abort();
      file?.close();
    };
  }, [client, language]);
  const fail = useCallback(() => setSeen((last) => last && { ...last, state: { phase: 'unreadable', why: 'damaged' } }), []);
  return { state: seen?.asked === language ? seen.state : { phase: 'making' }, fail };
};
