import type { ElectronRuntime } from './electron-runtime.d.mts';

/** The project's folder. */
export const root: string;
/** True when node_modules below `folder` holds what package-lock.json there says. */
export function packagesMatchLock(folder?: string): boolean;
/** Brings the machine to where `purpose` works; throws naming what is missing and could not be installed. */
export function setup(purpose: 'node' | 'start' | 'test'): Promise<ElectronRuntime | null>;
/** Prints the message of an error and ends the process. */
export function fail(error: unknown): never;
