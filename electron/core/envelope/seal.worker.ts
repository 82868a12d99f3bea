import { serveJob } from '../worker-job.ts';
import { sealEnvelope, type SealInput } from './seal.ts';

serveJob((input: SealInput, progress) => sealEnvelope(input, progress));
