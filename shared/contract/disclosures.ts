import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, shortText } from '../domain/base.ts';
import { Disclosure, DisclosureContent } from '../domain/disclosure.ts';
import { procedure } from './base.ts';

export const disclosures = {
  /** The disclosure book of a person, newest first. */
  ofPerson: procedure.input(z.object({ personId: Id })).output(eventIterator(z.array(Disclosure.extend({ _rev: z.string() })))),
  /** Somebody asked: told or refused, each is an entry. */
  record: procedure.input(z.object({ personId: Id, content: DisclosureContent })).output(z.object({ disclosureId: Id })),
  /** An entry is put right with a reason; what it said before stays. */
  correct: procedure.input(z.object({ disclosureId: Id, content: DisclosureContent, reason: shortText })).output(z.void()),
};
