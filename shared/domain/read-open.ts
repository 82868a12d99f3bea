import type { z } from 'zod';

type Path = readonly PropertyKey[];

const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);

/** Takes one thing out of a parsed JSON value: an entry of a list, or a field. */
const without = (value: unknown, path: Path): void => {
  const holder = at(value, path.slice(0, -1));
  const key = path.at(-1);
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (typeof holder === 'object' && holder !== null && key !== undefined) delete (holder as Record<PropertyKey, unknown>)[key];
};

/** The innermost list entry that holds the place, or the place itself: an entry with an unknown code is left out whole. */
const entryOf = (path: Path): Path => {
  const index = path.findLastIndex((key) => typeof key === 'number');
  return index === -1 ? path : path.slice(0, index + 1);
};

/** What stands there, as text: shown, never interpreted. */
const told = (value: unknown, path: Path): string => {
  const found = at(value, path);
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? '');
  return `${path.join('.')} = ${text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)}…` : text}`;
};

/** Characters of a value that are shown; all of it is kept. */
const LONGEST_TOLD = 120;

/** Different places that a later version may have added to; more is nothing that was written by one. */
const MOST = 500;
/** Taking something out may show what it hid; a file that goes on and on is not one of ours. */
const ROUNDS = 20;

/** Inner places before outer ones, and the last of a list first, so that those still to come stay where they are. */
const fromBehind = (one: Path, other: Path): number => {
  for (let no = 0; no < Math.min(one.length, other.length); no += 1) {
    const [a, b] = [one[no], other[no]];
    if (typeof a === 'number' && typeof b === 'number' && a !== b) return b - a;
    if (a !== b) return String(a) < String(b) ? -1 : 1;
  }
  return other.length - one.length;
};

/**
 * Reads what was perhaps written by a later minor version: unknown fields, and entries with values unknown here, are left out and
 * named. What `exact` says is read as it is or not at all.
 * @param raw parsed JSON; it is not changed
 * @returns undefined when it does not fit
 */
export const readOpen = <T>(schema: z.ZodType<T>, raw: unknown, exact: (part: PropertyKey | undefined) => boolean): { readonly value: T; readonly unknown: readonly string[] } | undefined => {
  const value = structuredClone(raw);
  const unknown: string[] = [];
  for (let round = 0; round < ROUNDS && unknown.length <= MOST; round += 1) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data, unknown };
    const { issues } = parsed.error;
    if (issues.some(({ path }) => exact(path[0]))) return undefined;
    // everything that can be left out at once: to parse again for each would take a hostile file hours
    const out = new Map<string, Path>();
    for (const issue of issues) {
      if (unknown.length > MOST) return undefined;
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys.slice(0, MOST + 1)) {
          unknown.push(told(value, [...issue.path, key]));
          out.set(JSON.stringify([...issue.path, key]), [...issue.path, key]);
        }
      } else if (issue.code === 'invalid_value' && typeof at(value, issue.path) === 'string') {
        unknown.push(told(value, issue.path));
        out.set(JSON.stringify(entryOf(issue.path)), entryOf(issue.path));
      }
    }
    if (out.size === 0) return undefined;
    for (const path of [...out.values()].toSorted(fromBehind)) without(value, path);
  }
  return undefined;
};
