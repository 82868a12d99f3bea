import { expect, test } from 'vitest';
import { upcastWith } from './upcast.ts';
import type { StoredDocument } from './storage/spec.ts';

const stored = (type: string, v: number): StoredDocument => ({ id: 'x', type, v, _rev: '1-a', _deleted: false, _meta: { lwt: 1 }, _attachments: {} });
const steps = {
  person: {
    1: (doc: StoredDocument) => ({ ...doc, unit: 'A' }),
    2: (doc: StoredDocument) => ({ ...doc, unit: `${String(doc['unit'])}2` }),
  },
};

test.each([
  ['person', 1, { v: 3, unit: 'A2' }],
  ['person', 2, { v: 3, unit: 'undefined2' }],
  ['person', 3, { v: 3 }],
  ['note', 1, { v: 1 }],
])('a %s of version %i is brought to the newest, step by step', (type, v, expected) => {
  expect(upcastWith(steps, stored(type, v))).toEqual({ ...stored(type, v), ...expected });
});
