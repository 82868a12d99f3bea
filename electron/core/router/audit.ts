import { exportTrail } from '../services/audit/export.ts';
import { countEntries, readEntries, verifyTrail } from '../services/audit/trail.ts';
import { os } from './base.ts';

export const auditRouter = {
  read: os.audit.read.handler(({ input, context }) => readEntries(context.session.work(), input)),
  count: os.audit.count.handler(({ input, context, signal }) => countEntries(context.session.work(), input.filter ?? {}, signal)),
  verify: os.audit.verify.handler(({ context, signal }) => verifyTrail(context.session.work(), signal)),
  export: os.audit.export.handler(({ input, context, signal }) => exportTrail(context.session.work(), input, context.path(input.file, 'save'), signal)),
};
