import { serveJob } from '../../worker-job.ts';
import { argon2 } from './argon2.ts';

/** Blocks its thread for a third of a second and wants 64 MiB: hence a worker, which gives both back when it ends. */
serveJob(argon2);
