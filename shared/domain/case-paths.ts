import { z } from 'zod';

/** Places of a schema in which a value can stand: `person.code`, `dates[].kind`. A list of plain values is one place. */
export const pathsOf = (schema: unknown, path = ''): readonly string[] => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return pathsOf(schema.unwrap(), path);
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([key, inner]) => pathsOf(inner, path === '' ? key : `${path}.${key}`));
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((inner) => pathsOf(inner, path)))];
  if (!(schema instanceof z.ZodArray)) return [path];
  const inside = pathsOf(schema.element, `${path}[]`);
  return inside.length === 1 && inside[0] === `${path}[]` ? [path] : inside;
};

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;
const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** Every place in which a value really stands, named as `pathsOf` names it; an empty list is none. */
export const placesIn = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((entry) => (isHolder(entry) ? placesIn(entry, `${path}[]`) : [path])))];
  if (isHolder(value)) return Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : placesIn(inner, at(path, key))));
  return [path];
};

/**
 * What of a value stands in places that are named: everything else is left out, also what no schema knows.
 * @returns undefined when nothing of it is named
 */
export const onlyPlaces = (value: unknown, named: ReadonlySet<string>, path = ''): unknown => {
  if (Array.isArray(value)) {
    const kept = value.flatMap((entry) => {
      const inner = isHolder(entry) ? onlyPlaces(entry, named, `${path}[]`) : named.has(path) ? entry : undefined;
      return inner === undefined ? [] : [inner];
    });
    return kept.length > 0 || (value.length === 0 && [...named].some((place) => place === path || place.startsWith(`${path}[]`))) ? kept : undefined;
  }
  if (!isHolder(value)) return named.has(path) ? value : undefined;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const left = inner === undefined ? undefined : onlyPlaces(inner, named, at(path, key));
    return left === undefined ? [] : [[key, left] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};
