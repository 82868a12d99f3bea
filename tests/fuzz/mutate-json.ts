import type { Random } from './random.ts';

type Holder = Record<string, unknown> | unknown[];
interface Place {
  readonly holder: Holder;
  readonly key: string | number;
}

/** What may stand in the place of a value, as text: JSON that no JSON.stringify writes is among it. */
const VALUES: readonly string[] = [
  'null', 'true', 'false', '0', '-0', '-1', '1', '2', '1e999', '-1e999', '1e-999', '9007199254740993', '0.1', '4294967296',
  '""', '" "', '"\\ud800"', '"x\\udc00y"', '"\\u0000"', '"\\u202e\\u2066x"', '"\\ufeff"', '"a\\u0301"', '"\\u2028"', '"../../x"', '"C:\\\\con"', '"=1+1"',
  '"2026-02-30"', '"0000-01-01"', '"2026-11-22T24:00:00Z"', '"9999-12-31T23:59:59Z"', '"00000000-0000-0000-0000-000000000000"', '"passphrase"', '"x/y"', '"__proto__"',
  '[]', '{}', '[null]', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{"toJSON":"x","length":-1}', '{"then":"x"}',
];
const KEYS = ['__proto__', 'constructor', 'prototype', 'toJSON', 'then', 'length', '', ' ', 'x', 'a\u0301', '\ud800', '0', 'format', 'version', 'kind'];
const SIGNS = ['\ud800', '\udfff', '\u0000', '\u0085', '\u202e', '\u2066', '\ufeff', '\u2028', '\u0301', 'ș', 'ş', '\u{10ffff}', '\ufffd', '\n', '\t', '"', '\\', '<', '%', 'ﷺ', 'ı', 'ß'];
/** What repeats does not grow past this; a place more than that is not looked for. */
const MOST_BYTES = 200_000;
const MOST_PLACES = 20_000;
const MARK = '\u0001raw\u0001';

const placesIn = (root: unknown): readonly Place[] => {
  const places: Place[] = [];
  const walk = (holder: unknown): void => {
    if (holder === null || typeof holder !== 'object') return;
    if (places.length > MOST_PLACES) throw new RangeError('too many places');
    const keys = Array.isArray(holder) ? holder.keys() : Object.keys(holder);
    for (const key of keys) {
      places.push({ holder: holder as Holder, key });
      walk((holder as Record<string | number, unknown>)[key]);
    }
  };
  walk(root);
  return places;
};

const at = ({ holder, key }: Place): unknown => (holder as Record<string | number, unknown>)[key];
/** Plain assignment would change the prototype under the name `__proto__`. */
const put = ({ holder, key }: Place, value: unknown): void => void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

/** Things done to one place of a JSON value; what they answer stands, as text, where MARK was put. */
const changes: readonly ((random: Random, place: Place, all: readonly Place[]) => string)[] = [
  (random, place) => {
    put(place, MARK);
    return random.one(VALUES);
  },
  (_, place) => {
    if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
    else Reflect.deleteProperty(place.holder, place.key);
    return '';
  },
  // a field more, or the same under another name
  (random, place) => {
    if (Array.isArray(place.holder)) place.holder.push(at(place));
    else put({ holder: place.holder, key: random.one(KEYS) }, at(place));
    return '';
  },
  // very often
  (random, place) => {
    const value = at(place);
    put(place, Array.isArray(value) && value.length > 0 ? Array.from({ length: 1 + random.below(Math.min(3000, 1 + Math.floor(MOST_BYTES / (1 + (JSON.stringify(value[0]) ?? '').length)))) }, () => value[0] as unknown) : Array.from({ length: random.below(3) }, () => value));
    return '';
  },
  // something from elsewhere in it
  (random, place, all) => {
    put(place, structuredClone(at(random.one(all))));
    return '';
  },
  // a sign within a text
  (random, place) => {
    const value = at(place);
    if (typeof value === 'string') {
      const cut = random.below(value.length + 1);
      put(place, value.slice(0, cut) + random.one(SIGNS).repeat(random.below(4) === 0 ? 500 : 1) + value.slice(cut));
    } else if (typeof value === 'number') put(place, value + random.one([-1, 1, 0.5, 2 ** 31]));
    else put(place, [value]);
    return '';
  },
  // nested deeper than a stack
  (random, place) => {
    const depth = random.one([50, 5000, 60_000]);
    put(place, MARK);
    return random.below(2) === 0 ? '['.repeat(depth) + ']'.repeat(depth) : `${'{"x":'.repeat(depth)}1${'}'.repeat(depth)}`;
  },
];

/** A JSON text with something done to one place of it; undefined when it is no JSON, or too much of it. */
export const changedJson = (random: Random, bytes: Buffer): Buffer | undefined => {
  try {
    const root = [JSON.parse(bytes.toString('utf8')) as unknown];
    const all = placesIn(root);
    const raw = random.one(changes)(random, random.one(all), all);
    const text = JSON.stringify(root, null, random.one([0, 0, 2])).trim().slice(1, -1);
    return Buffer.from(text.replace(JSON.stringify(MARK), () => raw));
  } catch {
    return undefined;
  }
};
