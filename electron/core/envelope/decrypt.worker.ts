import { serveJob } from '../worker-job.ts';
import { decryptInto } from './age.ts';
import { contentOf } from './content.ts';
import type { Decrypted, DecryptJob } from './decrypt-in-worker.ts';
import { Spool } from './spool.ts';

serveJob(async ({ file, key, spool: state }: DecryptJob): Promise<Decrypted> => {
  const spool = Spool.of(state);
  const { sha256, failure } = await decryptInto(spool, contentOf(file), key);
  return { sha256, spool: spool.state, ...(failure && { failure: { code: failure.code, params: failure.params } }) };
});
