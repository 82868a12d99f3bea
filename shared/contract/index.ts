import { consents, learning, needs, plans } from './casework.ts';
import { audit, contacts, documents, handovers, imports } from './exchange.ts';
import { people } from './people.ts';
import { registers } from './registers.ts';
import { session } from './session.ts';

/** The only thing renderer and core both know. */
export const contract = {
  session,
  people,
  registers,
  needs,
  plans,
  learning,
  consents,
  contacts,
  handovers,
  imports,
  documents,
  audit,
};
export type Contract = typeof contract;
