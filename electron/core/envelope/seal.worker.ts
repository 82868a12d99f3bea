import { serveJob } from '../worker-job.ts';
import type { SealDone, SealJob } from './seal.ts';
import { sealInto } from './seal-into.ts';
import { Spool } from './spool.ts';

serveJob(async ({ input, spool: state }: SealJob, progress): Promise<SealDone> => {
  const spool = Spool.of(state);
  const facts = await sealInto(spool, input, progress);
  return { ...facts, spool: spool.state };
});
