import type { Bridge } from '../../shared/contract/bridge.ts';

declare global {
  interface Window {
    /** given by the preload; see `shared/contract/bridge.ts` */
    readonly varco: Bridge;
  }
}

/** What only the operating system's side can do. */
export const bridge = (): Bridge => window.varco;
