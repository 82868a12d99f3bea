import type { FuseV1Options } from '@electron/fuses';

/** The names of all fuses the tool knows. */
type FuseName = keyof typeof FuseV1Options;

/**
 * What each fuse of a packaged program is set to. Typed by the tool's own list: a fuse left out does not compile.
 * @param platform Electron's name of the system the package is for
 */
export const fuses = (platform: string): Readonly<Record<FuseName, boolean>> => ({
  // the program is not a Node for whoever sets an environment variable
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableCookieEncryption: true,
  // Electron checks the archive's hash on these systems only; on Linux the package belongs to root
  EnableEmbeddedAsarIntegrityValidation: platform === 'win32' || platform === 'darwin',
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
});
