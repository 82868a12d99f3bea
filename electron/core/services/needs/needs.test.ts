import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoWorkplace, type DemoWorkplace } from '../../demo/client.ts';
import { createPrison } from '../../demo/story.ts';
import { roundsOf } from './needs.ts';

let folder: string;
let prison: DemoWorkplace;
let personId: string;
const today = '2026-11-22';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  prison = demoWorkplace(join(folder, 'vault'), '0.0.0', () => Date.parse('2026-11-22T10:00:00Z'));
  await createPrison(prison);
  ({ id: personId } = await prison.calls.people.add({ code: 'TM-1', familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' }));
});

afterAll(async () => {
  await prison.core.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An open round of which one domain was asked. */
const asked = async (limitations?: string): Promise<string> => {
  const { roundId } = await prison.calls.needs.openRound({ personId, kind: 'REVIEW', conductedOn: today, sources: ['INTERVIEW'], ...(limitations === undefined ? {} : { limitations }) });
  await prison.calls.needs.record({ roundId, domain: 'FAMILY', answer: 'NONE' });
  return roundId;
};
const read = async (roundId: string) => (await roundsOf(prison.core.session.work(), personId)).find((round) => round.id === roundId);

describe('what limited a round, said when it is closed', () => {
  it.each([
    ['is added', undefined, 'fără interpret', 'fără interpret'],
    ['replaces what was said at the start', 'grăbit', 'fără interpret', 'fără interpret'],
    ['stays when nothing more is said', 'grăbit', undefined, 'grăbit'],
    ['goes when it was emptied', 'grăbit', '  ', undefined],
  ])('%s', async (_name, before, said, after) => {
    const roundId = await asked(before);
    await prison.calls.needs.closeRound({ roundId, ...(said === undefined ? {} : { limitations: said }) });
    const round = await read(roundId);
    expect(round?.closedOn).toBe(today);
    expect(round?.limitations).toBe(after);
  });

  it('is not changed any more afterwards', async () => {
    const roundId = await asked();
    await prison.calls.needs.closeRound({ roundId, limitations: 'fără interpret' });
    await expect(prison.calls.needs.closeRound({ roundId, limitations: 'alta' })).rejects.toMatchObject({ data: { code: 'round.closed' } });
    expect((await read(roundId))?.limitations).toBe('fără interpret');
  });
});
