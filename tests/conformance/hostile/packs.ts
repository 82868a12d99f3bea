import { canonicalBytes } from '../../../electron/core/canonical.ts';
import { EnvelopeError } from '../../../electron/core/envelope/error.ts';
import { readSharedPack } from '../../../shared/domain/read-shared-pack.ts';
import { MOST_LINES, type SharedPackKind } from '../../../shared/domain/shared-pack.ts';
import { seal } from '../parties.ts';
import { prison, probation, type Hostile } from './office.ts';

const id = (no: number): string => `019a0000-0000-7000-8000-${String(no).padStart(12, '0')}`;
const organisation = (over: object = {}, no = 1) => ({ id: id(no), what: 'organisation', name: 'Adăpost', kind: 'NGO', helpsWith: [], ...over });

/** Read as the service reads a pack: its schema, whole or not at all. */
const reading = (kind: SharedPackKind): NonNullable<Hostile['open']> => () => ({
  later: {
    replay: () => undefined,
    payload: (envelope) => {
      const file = envelope.payload.find(({ path }) => path === 'data/pack.json');
      if (file === undefined || readSharedPack(JSON.parse(Buffer.from(file.bytes).toString('utf8')), kind) === undefined) throw new EnvelopeError('PAYLOAD_INVALID');
    },
  },
});

const pack = (name: string, lines: unknown, over: object = {}, kind: SharedPackKind = 'directory'): Hostile => ({
  name: `payload: a pack ${name}`,
  check: 'payload',
  code: 'PAYLOAD_INVALID',
  bytes: async () => (await seal(prison, probation, { kind, payloads: { pack: 1 } }, { payload: [{ path: 'pack.json', bytes: canonicalBytes({ format: 'varco-pack', version: 1, kind, dataAsOf: '2026-11-19', lines, ...over }) }] })).bytes,
  open: reading(kind),
});

export const packs: readonly Hostile[] = [
  pack('with two lines of one id', [organisation(), organisation({ name: 'B' })]),
  pack('with a line of another kind', [{ id: id(1), what: 'programme', code: 'X', title: { en: 'a', it: 'a', ro: 'a' }, area: 'EDUCATION', provider: 'x', hours: 1 }]),
  pack('of another kind than its envelope', [organisation()], { kind: 'catalogue' }),
  pack('with too many lines', Array.from({ length: MOST_LINES + 1 }, (_, no) => organisation({}, no))),
  pack('with a name too long', [organisation({ name: 'A'.repeat(100_000) })]),
  pack('with a formula', [organisation({ name: '=HYPERLINK("http://x")' })]),
  pack('with a formula for a telephone number', [organisation({ phone: '+cmd|A1' })]),
  pack('with a text that turns round', [organisation({ name: 'Bun\u202Etxe' })]),
  pack('with an id that is a path', [organisation({ id: '../../x' })]),
  pack('with no lines at all', 'x'),
  pack('of another version than it says', [organisation()], { version: 2 }),
  pack('of templates without a step', [{ id: id(1), what: 'goal', domain: 'FINANCE', line: 'SOCIAL', horizon: 'LATER', lang: 'ro', title: 'a', measure: 'b', steps: [] }], {}, 'templates'),
];
