import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for another when they are read from a screen and typed. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;

/** A password to be replaced at the first unlock: sixteen random signs in four groups, some 79 bits. */
export const firstPassword = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-');
