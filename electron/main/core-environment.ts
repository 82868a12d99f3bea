/** Variables of the environment the core needs; the rest (NODE_OPTIONS, preloads, proxies, secrets of the shell) stays behind. */
const KEPT = ['TZ', 'LANG', 'LC_ALL', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];

export const coreEnvironment = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(KEPT.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
