import { basename } from 'node:path';
import * as intake from '../services/registers/intake.ts';
import { readLimited } from '../read-limited.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

export const registersRouter = {
  open: os.registers.open.handler(async ({ input, context }) => {
    const path = context.path(input.file, 'table');
    return intake.openRegister(context.session.work(), context.readings, basename(path), await readLimited(path, intake.REGISTER_BYTES));
  }),
  remap: os.registers.remap.handler(({ input, context }) =>
    intake.remapRegister(context.session.work(), context.readings, input.readingId, input.mapping),
  ),
  row: os.registers.row.handler(({ input, context }) => intake.rowOfRegister(context.session.work(), context.readings, input.readingId, input.row)),
  repair: os.registers.repair.handler(({ input, context }) => alone(context, (work) => intake.repairRow(work, context.readings, input.readingId, input.row, input.values))),
  progress: os.registers.progress.handler(({ input, context, signal }) => intake.progressOfRegister(context.readings, input.readingId, signal)),
  stop: os.registers.stop.handler(({ input, context }) => intake.stopRegister(context.readings, input.readingId)),
  differences: os.registers.differences.handler(({ input, context }) =>
    intake.differencesOfRegister(context.session.work(), context.readings, input.readingId),
  ),
  accept: os.registers.accept.handler(({ input, context }) => alone(context, (work) => intake.acceptRegister(work, context.readings, input))),
};
