import { serveJob } from '../worker-job.ts';
import { decrypt, type AgeKey } from './age.ts';

serveJob(({ file, key }: { file: Uint8Array; key: AgeKey }) => decrypt(file, key));
