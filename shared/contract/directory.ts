import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id } from '../domain/base.ts';
import { Organisation, OrganisationContent } from '../domain/directory.ts';
import { procedure } from './base.ts';

export const OrganisationRow = Organisation.extend({ _rev: z.string() });
export type OrganisationRow = z.infer<typeof OrganisationRow>;

/** Services somebody can be sent to; nothing is sealed to one because it stands here. */
export const directory = {
  list: procedure.output(eventIterator(z.array(OrganisationRow))),
  add: procedure.input(OrganisationContent).output(z.object({ id: Id })),
  change: procedure.input(z.object({ id: Id, content: OrganisationContent })).output(z.void()),
  remove: procedure.input(z.object({ id: Id })).output(z.void()),
};
