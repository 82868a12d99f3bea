import { protocol } from 'electron';
import { schemes } from './scheme.ts';

/** Must run before the browser is ready. */
export const registerSchemes = (): void => protocol.registerSchemesAsPrivileged(schemes);
