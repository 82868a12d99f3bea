import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { z } from 'zod';
import { useClient, useMay } from '../../app/session-context.tsx';
import { usePlaces } from '../../app/shell/places.ts';
import { keptPart } from './list-query.ts';

/** The list as somebody left it lies with what they leave unfinished: sealed, theirs alone, no act on any case. */
const VIEW = { form: 'people.view' } as const;

const Kept = z.object({ address: z.string().max(500) });

const read = (value: string): string => {
  try {
    const { address } = Kept.parse(JSON.parse(value));
    return keptPart(new URLSearchParams(address));
  } catch {
    return '';
  }
};

/**
 * Shows the list as this user left it before the lock, and keeps every change.
 * @param address the search part of the list's address, without the question mark
 * @param show puts the list into the state of an address
 * @returns whether the list is as it should be; until then it is not shown, so that it does not jump
 */
export const useKeptView = (address: string, show: (address: string) => void): boolean => {
  const client = useClient();
  const places = usePlaces();
  const keeps = useMay()('draft.own');
  const [waits, setWaits] = useState(() => keeps && !places.wasShown() && address === '');
  const lies = useRef(keptPart(new URLSearchParams(address)));
  const onFound = useEffectEvent((kept: string) => {
    lies.current = kept;
    setWaits(false);
    if (kept !== '') show(kept);
  });
  useEffect(() => {
    if (!waits) {
      places.rememberShown();
      return undefined;
    }
    let gone = false;
    client.drafts.find(VIEW).then(
      (found) => {
        if (!gone) onFound(found === null ? '' : read(found.value));
      },
      () => {
        if (!gone) onFound('');
      },
    );
    return () => {
      gone = true;
    };
  }, [client, places, waits]);

  const kept = keptPart(new URLSearchParams(address));
  const keep = useEffectEvent(() => {
    if (!keeps || waits || kept === lies.current) return;
    lies.current = kept;
    // a view that could not be kept is only shown as usual the next time
    const keeping = kept === '' ? client.drafts.drop(VIEW) : client.drafts.keep({ ...VIEW, value: JSON.stringify({ address: kept }) });
    keeping.then(
      () => undefined,
      () => undefined,
    );
  });
  useEffect(() => keep(), [kept]);
  return !waits;
};
