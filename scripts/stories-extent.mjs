const MINUTE = 60_000;

/**
 * How far the stories go and how long they may take: `--full` looks at every theme, language and size at every step.
 * @param {readonly string[]} args of scripts/test.mjs, not of the runner it starts
 * @returns {{ limit: number, env: Readonly<Record<string, string>> }} milliseconds; what the stories read
 */
export const storiesExtent = (args) => (args.includes('--full') ? { limit: 80 * MINUTE, env: { VARCO_EVERY_THEME: '1' } } : { limit: 40 * MINUTE, env: {} });
