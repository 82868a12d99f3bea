import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ScanSet } from '../../../shared/contract/papers.ts';
import type { PaperFormKind } from '../../../shared/domain/paper-form.ts';
import { useClient } from '../../app/session-context.tsx';
import { personPath, type PersonPart } from '../../app/shell/screen-paths.ts';

const parts: Readonly<Record<PaperFormKind, PersonPart>> = { NEEDS_SHORT: 'needs', NEEDS_LONG: 'needs', PLAN_ANSWER: 'plan', CONSENTS: 'brief', REQUEST: 'requests' };

/** Where what a paper says is typed in, with the paper beside it. */
export const typingPath = (personId: string, kind: PaperFormKind, scanId: string): string => `${personPath(personId, parts[kind])}?paper=${scanId}`;

export interface TypedPaper {
  readonly scanId: string;
  readonly set: ScanSet;
  /** what is typed comes from no paper after all */
  readonly leave: () => void;
}

/** The paper that is being typed in, as the address says, if it is one of these forms. */
export const useTypedPaper = (kinds: readonly PaperFormKind[]): TypedPaper | undefined => {
  const client = useClient();
  const [params, setParams] = useSearchParams();
  const scanId = params.get('paper') ?? undefined;
  const [found, setFound] = useState<{ readonly scanId: string; readonly set: ScanSet } | undefined>(undefined);
  useEffect(() => {
    if (scanId === undefined) return undefined;
    let gone = false;
    client.papers.setOf({ scanId }).then(
      (set) => {
        if (!gone) setFound({ scanId, set });
      },
      // it was taken away meanwhile: then there is nothing beside the form
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [client, scanId]);
  if (scanId === undefined || found?.scanId !== scanId || !kinds.includes(found.set.kind)) return undefined;
  return { ...found, leave: () => setParams({}, { replace: true }) };
};

/** What a form sends of the paper it is typed from. */
export const fromPaper = (paper: TypedPaper | undefined): { readonly fromPaper?: string } => (paper === undefined ? {} : { fromPaper: paper.scanId });
