import { expect, it } from 'vitest';
import { bridgeChannels, type BridgeCall } from '../../../shared/contract/bridge.ts';
import { START_URL } from '../security/origin.ts';
import type { Sender } from '../security/sender.ts';
import { answerCall } from './handle.ts';
import { payloads } from './payloads.ts';

const page: Sender = { url: START_URL, isMainFrame: true, isOurWindow: true };
const chosen = { token: 't', name: 'list.csv' };

it('works for the page with a payload that fits', async () => {
  await expect(answerCall('chooseFile', page, 'table', async () => chosen)).resolves.toEqual(chosen);
});

it('does no work for anybody else', async () => {
  let worked = false;
  const ask = answerCall('lock', { ...page, isMainFrame: false }, undefined, async () => void (worked = true));
  await expect(ask).rejects.toThrow('refused: sender');
  expect(worked).toBe(false);
});

it.each<[BridgeCall, unknown]>([
  ['connect', {}],
  ['lock', 1],
  ['hidden', true],
  ['setLanguage', 'de'],
  ['chooseFile', 'anything'],
  ['chooseFile', ['table']],
  ['chooseFile', undefined],
  ['chooseScans', 'scan'],
  ['chooseFolder', '/'],
  ['saveFile', 7],
  ['saveFile', '../plan.pdf'],
  ['saveFile', 'a/b.pdf'],
  ['saveFile', 'a\\b.pdf'],
  ['saveFile', 'C:plan.pdf'],
  ['saveFile', '.hidden'],
  ['saveFile', 'plan.pdf.'],
  ['saveFile', 'plan\u0000.pdf'],
  ['saveFile', ''],
  ['saveFile', 'x'.repeat(121)],
  ['print', undefined],
  ['print', 'ticket'],
  ['print', ['018f5a10-0000-4000-8000-000000000001']],
])('%s refuses %j', async (call, payload) => {
  await expect(answerCall(call, page, payload, async () => null as never)).rejects.toThrow('refused: payload');
});

it('takes names as people write them', () => {
  for (const name of ['plan.pdf', 'Scheda di trasmissione (2026).pdf', 'Fișă-Țepeș.pdf']) expect(payloads.saveFile.safeParse(name).success).toBe(true);
});

it('tells the page nothing of what failed inside', async () => {
  const ask = answerCall('chooseFolder', page, undefined, () => Promise.reject(new Error('/home/office/secret is gone')));
  await expect(ask).rejects.toThrow(/^failed$/);
});

it('gives every call a channel of its own', () => {
  expect(new Set(Object.values(bridgeChannels)).size).toBe(Object.keys(payloads).length);
});
