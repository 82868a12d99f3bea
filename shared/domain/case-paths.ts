import { z } from 'zod';

/** Places of a schema in which a value can stand: `person.code`, `dates[].kind`, `steps{}.on` by any key. A list of plain values is one place. */
export const pathsOf = (schema: unknown, path = ''): readonly string[] => {
  if (schema instanceof z.ZodOptional) return pathsOf(schema.unwrap(), path);
  if (schema instanceof z.ZodNullable) return [...new Set([path, ...pathsOf(schema.unwrap(), path)])];
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([key, inner]) => pathsOf(inner, path === '' ? key : `${path}.${key}`));
  if (schema instanceof z.ZodRecord) return pathsOf(schema.valueType, `${path}{}`);
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((inner) => pathsOf(inner, path)))];
  if (!(schema instanceof z.ZodArray)) return [path];
  const elements = pathsOf(schema.element, `${path}[]`);
  return elements.length === 1 && elements[0] === `${path}[]` ? [path] : elements;
};

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;
const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** Where the entries of an object stand: by any key, when that is how they are named. */
const inside = (path: string, key: string, named: ReadonlySet<string>): string => ([...named].some((place) => place.startsWith(`${path}{}`)) ? `${path}{}` : at(path, key));

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
  if (Object.keys(value).length === 0) return [...named].some((place) => place.startsWith(`${path}{}`)) ? value : undefined;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const left = inner === undefined ? undefined : onlyPlaces(inner, named, inside(path, key, named));
    return left === undefined ? [] : [[key, left] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};
