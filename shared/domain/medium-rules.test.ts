import { expect, it } from 'vitest';
import { HandoverStatus, type Handover } from './handover.ts';
import { MEDIUM_CHECKS, type MediumCheck, type MediumResult } from './medium.ts';
import { mayWriteAgain, withCheck, writtenEnvelope } from './medium-rules.ts';

const envelope = { id: 'e', sequence: 1, tagManifestSha256: '', fileName: 'VARCO.zip.age', fileSha256: '', sealedAt: '' };
const look = (result: MediumResult, at = '2026-11-22T10:00:00Z'): MediumCheck => ({ at, by: 'u', result });

it('a medium holds something only once an envelope was written and not taken back', () => {
  const outside = new Set(HandoverStatus.options.filter((status) => writtenEnvelope({ status, envelope }).ok));
  expect(HandoverStatus.options.filter((status) => !outside.has(status))).toEqual(['DRAFT', 'CHECKED', 'AUTHORISED']);
  expect(writtenEnvelope({ status: 'SEALED', envelope: undefined })).toEqual({ ok: false, refusal: { code: 'handover.nothingWritten' } });
});

it('keeps the newest looks at a medium', () => {
  let handover = { mediumChecks: [] } as unknown as Handover;
  for (let nth = 0; nth < MEDIUM_CHECKS + 2; nth += 1) handover = withCheck(handover, look('WHOLE', String(nth)));
  expect(handover.mediumChecks).toHaveLength(MEDIUM_CHECKS);
  expect(handover.mediumChecks?.at(-1)?.at).toBe(String(MEDIUM_CHECKS + 1));
});

it.each<[string, Handover['status'], readonly MediumResult[], boolean]>([
  ['a faulty medium that is still here', 'SEALED', ['WHOLE', 'DIFFERS'], true],
  ['a medium that was whole when last looked at', 'SEALED', ['DIFFERS', 'WHOLE'], false],
  ['another stick: the right one may lie in a drawer', 'SEALED', ['NOT_THERE'], false],
  ['a medium nobody looked at', 'SEALED', [], false],
  ['a faulty medium that was handed on: that is a lost one', 'DISPATCHED', ['DIFFERS'], false],
])('%s', (_case, status, results, may) => expect(mayWriteAgain({ status, mediumChecks: results.map((result) => look(result)) }).ok).toBe(may));
