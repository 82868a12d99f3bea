import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { PORT_MESSAGE } from '../../shared/contract/bridge.ts';
import type { Contract } from '../../shared/contract/index.ts';

/** Everything the page may ask the core. */
export type Client = ContractRouterClient<Contract>;

/** Speaks the contract over a port that leads to the core. */
export const clientOver = (port: MessagePort): Client => {
  const client: Client = createORPCClient(new RPCLink({ port }));
  port.start();
  return client;
};

/** The line to the core as the page sees it: none, or a client that changes whenever a new core answers. */
export interface Line {
  readonly current: () => Client | undefined;
  readonly subscribe: (heard: () => void) => () => void;
  /** forgets the client at once: its core is ending */
  readonly drop: () => void;
}

/**
 * Listens for ports posted to `page` by the preload. Only messages from the page's own window and origin count.
 * A newer port replaces the older one: that core is gone.
 */
export const listenForCore = (page: Window): Line => {
  let client: Client | undefined;
  let port: MessagePort | undefined;
  const listeners = new Set<() => void>();
  const change = (next: MessagePort | undefined) => {
    port?.close();
    port = next;
    client = next === undefined ? undefined : clientOver(next);
    for (const heard of listeners) heard();
  };
  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [next] = event.ports;
    if (event.source === page && event.origin === page.location.origin && event.data === PORT_MESSAGE && next !== undefined) change(next);
  });
  return {
    current: () => client,
    subscribe: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    drop: () => change(undefined),
  };
};
