import { os } from './base.ts';
import { consentsRouter, learningRouter, needsRouter, peopleRouter, plansRouter } from './casework.ts';
import { auditRouter, contactsRouter, documentsRouter, handoversRouter, importsRouter } from './exchange.ts';
import { registersRouter } from './registers.ts';
import { sessionRouter } from './session.ts';

/** Implements the contract: permission → service. Services write their own audit entry in the same commit. */
export const router = os.router({
  session: sessionRouter,
  people: peopleRouter,
  registers: registersRouter,
  needs: needsRouter,
  plans: plansRouter,
  learning: learningRouter,
  consents: consentsRouter,
  contacts: contactsRouter,
  handovers: handoversRouter,
  imports: importsRouter,
  documents: documentsRouter,
  audit: auditRouter,
});
