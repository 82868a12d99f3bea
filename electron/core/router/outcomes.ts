import { envelopeFile } from '../read-limited.ts';
import { outcomesView } from '../services/outcomes/page.ts';
import { followUpOf, recordOutcome } from '../services/outcomes/reports.ts';
import { takeReturn } from '../services/outcomes/take.ts';
import { tellCounts, tellOutcomes } from '../services/outcomes/tell.ts';
import { live } from '../services/query.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

export const outcomesRouter = {
  ofPerson: os.outcomes.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['people', 'release', 'handovers', 'consents'], signal, () => followUpOf(session.work(), input.personId)),
  ),
  record: os.outcomes.record.handler(({ input, context }) => recordOutcome(context.session.work(), input)),
  tell: os.outcomes.tell.handler(({ input, context }) => alone(context, (work) => tellOutcomes(work, input.personId, context.path(input.folder, 'folder')))),
  tellCounts: os.outcomes.tellCounts.handler(({ input, context }) => alone(context, (work) => tellCounts(work, input.serviceId, context.path(input.folder, 'folder')))),
  take: os.outcomes.take.handler(async ({ input, context }) => takeReturn(context.session.work(), await envelopeFile(context.path(input.file, 'envelope')))),
  page: os.outcomes.page.handler(({ context: { session }, signal }) => live(session.vault, ['release', 'handovers'], signal, () => outcomesView(session.work()))),
};
