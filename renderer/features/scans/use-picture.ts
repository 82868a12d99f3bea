import { useEffect, useState } from 'react';
import type { Client } from '../../app/connection.ts';
import { toProblem, type Problem } from '../../app/problem.ts';
import { useClient } from '../../app/session-context.tsx';

export interface Picture {
  readonly address?: string;
  readonly problem?: Problem;
}

/**
 * A picture of the core, in this window's memory while it is shown.
 * @param key what picture it is; undefined: none
 */
export const usePicture = (key: string | undefined, load: (client: Client) => Promise<Blob>): Picture => {
  const client = useClient();
  const [shown, setShown] = useState<Picture & { readonly key?: string }>({});
  useEffect(() => {
    if (key === undefined) return undefined;
    let address: string | undefined;
    let gone = false;
    load(client).then(
      (blob) => {
        if (gone) return;
        address = URL.createObjectURL(blob);
        setShown({ key, address });
      },
      (error: unknown) => {
        if (!gone) setShown({ key, problem: toProblem(error) });
      },
    );
    return () => {
      gone = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
    // oxlint-disable-next-line exhaustive-deps -- `load` is another function each time; `key` says what it loads
  }, [client, key]);
  return shown.key === key ? shown : {};
};
