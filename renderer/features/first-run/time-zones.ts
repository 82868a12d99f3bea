import type { Choice } from '../../design/select.tsx';

/** Where the first services of Varco are; they stand above the alphabet. */
const likely = ['Europe/Bucharest', 'Europe/Rome'];

/** The zone of this computer. */
export const systemTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every time zone the program knows, the computer's own and the likely ones first. */
export const timeZones = (own: string): readonly Choice[] => {
  const first = [own, ...likely];
  return [...new Set([...first, ...Intl.supportedValuesOf('timeZone')])].map((id) => ({ id, label: id.replaceAll('_', ' ') }));
};
