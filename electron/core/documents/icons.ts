import type { NeedDomain } from '../../../shared/domain/needs.ts';
import type { Content } from './types.ts';
import { colour } from './theme.ts';

/**
 * Pictograms on a 24 × 24 grid, drawn as lines: the font has no ticks, boxes or arrows, and a picture is read
 * before a word. Strokes only, so that they stay legible on a poor printer.
 */
const drawings = {
  calendar: '<rect x="4" y="5" width="16" height="15" rx="2"/><path d="M4 10h16M8 3v4M16 3v4M8 14h3M8 17h6"/>',
  flag: '<path d="M6 21V4h11l-2.5 4L17 12H6"/>',
  arrow: '<path d="M4 12h15M13 6l6 6-6 6"/>',
  tick: '<path d="M4 13l5 5L20 6"/>',
  hands: '<circle cx="8" cy="7" r="3"/><circle cx="16.5" cy="8" r="2.5"/><path d="M2.5 20c0-4 2.5-7 5.5-7s5.5 3 5.5 7M14.5 13.6c3.4-1.2 7 1.6 7 6.4"/>',
  book: '<path d="M12 6c-2.5-2-5.5-2.5-9-2v14c3.5-.5 6.5 0 9 2 2.5-2 5.5-2.5 9-2V4c-3.5-.5-6.5 0-9 2zM12 6v14"/>',
  envelope: '<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="M3.5 7l8.5 6.5L20.5 7"/>',
  life: '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="3.5"/><path d="M5.7 5.7l3.8 3.8M14.5 14.5l3.8 3.8M18.3 5.7l-3.8 3.8M9.5 14.5l-3.8 3.8"/>',
  pen: '<path d="M4 20l1-5L16 4l4 4L9 19l-5 1zM13.5 6.5l4 4"/>',
  phone: '<path d="M6 3h3.5l1.5 5-2.5 2c1.2 2.5 3 4.3 5.5 5.5l2-2.5 5 1.5V18c0 1.7-1.3 3-3 3C10.5 21 3 13.5 3 6c0-1.7 1.3-3 3-3z"/>',
  speech: '<path d="M4 5h16v11H11l-5 4v-4H4z"/>',
  yes: '<circle cx="12" cy="12" r="9"/><path d="M8 12.5l3 3 5.5-6.5"/>',
  no: '<circle cx="12" cy="12" r="9"/><path d="M8 12h8"/>',
  house: '<path d="M3.5 11.5L12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-6h4v6"/>',
  card: '<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="8.5" cy="11" r="2"/><path d="M5.5 16c.5-1.8 1.6-2.5 3-2.5s2.5.7 3 2.5M14 10h4M14 13.5h4"/>',
  coins: '<path d="M3 9c0-1.7 2.7-3 6-3s6 1.3 6 3-2.7 3-6 3-6-1.3-6-3zM3 9v4c0 1.7 2.7 3 6 3M9 15c0-1.7 2.7-3 6-3s6 1.3 6 3-2.7 3-6 3-6-1.3-6-3zM9 15v4c0 1.3 2.7 2 6 2s6-.7 6-2v-4"/>',
  tools: '<rect x="3" y="8" width="18" height="12" rx="2"/><path d="M9 8V5.5h6V8M3 13h18M12 12v3"/>',
  heart: '<path d="M12 20C6 15.5 3 12.5 3 9c0-2.5 2-4.5 4.5-4.5 1.9 0 3.5 1 4.5 2.8 1-1.8 2.6-2.8 4.5-2.8C19 4.5 21 6.5 21 9c0 3.5-3 6.5-9 11z"/>',
  family: '<circle cx="8" cy="6.5" r="3"/><circle cx="17" cy="10.5" r="2.2"/><path d="M2.5 20v-3c0-2.5 2-4.5 5.5-4.5s5.5 2 5.5 4.5v3M14.5 20v-2c0-2 1-3 2.7-3s3.3 1 3.3 3v2"/>',
  thought: '<path d="M9 18h6M10 21h4M12 3c-3.9 0-6.5 2.8-6.5 6.2 0 2.3 1.2 3.8 2.4 5 .7.7 1.1 1.5 1.1 2.3V18h6v-1.5c0-.8.4-1.6 1.1-2.3 1.2-1.2 2.4-2.7 2.4-5C18.5 5.8 15.9 3 12 3z"/>',
  sun: '<circle cx="12" cy="12" r="4"/><path d="M12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M18.4 5.6l-1.8 1.8M7.4 16.6l-1.8 1.8"/>',
  sheet: '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>',
  shield: '<path d="M12 3l8 3v5c0 5-3.3 8.3-8 10-4.7-1.7-8-5-8-10V6z"/>',
} as const;

export type IconName = keyof typeof drawings;

/** A pictogram of `size` points. */
export const icon = (name: IconName, size: number, stroke: string = colour.accent, weight = 1.8): Content => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="${size}" height="${size}"><g fill="none" stroke="${stroke}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round">${drawings[name]}</g></svg>`,
  width: size,
});

/** The pictogram of a domain. Addiction shows the same heart as health: the sheet is carried around. */
export const domainIcon = {
  ACCOMMODATION: 'house',
  IDENTITY_DOCS: 'card',
  FINANCE: 'coins',
  EMPLOYMENT: 'tools',
  EDUCATION: 'book',
  HEALTH: 'heart',
  SUBSTANCE_USE: 'heart',
  FAMILY: 'family',
  ATTITUDES: 'thought',
  COMMUNITY: 'sun',
  LEGAL: 'sheet',
  SPECIFIC: 'shield',
} as const satisfies Record<NeedDomain, IconName>;

/** A drawn box, ticked or empty. */
export const checkBox = (ticked: boolean, size: number): Content => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="${size}" height="${size}"><g fill="none" stroke="${colour.soft}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><rect x="3" y="3" width="18" height="18" rx="3"/>${ticked ? `<path d="M7 12.5l3.5 3.5L17.5 8" stroke="${colour.accent}" stroke-width="3"/>` : ''}</g></svg>`,
  width: size,
});
