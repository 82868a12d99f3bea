import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceCard } from '../../../shared/domain/card.ts';
import { createTexts } from '../../../shared/i18n/index.ts';
import { DEMO_PASSWORD, demoWorkplace } from '../../core/demo/client.ts';
import { createPrison, planWith } from '../../core/demo/story.ts';
import { names } from '../../core/demo/story-texts.ts';
import { existing } from '../../core/services/work.ts';
import { openAs, otherOffice, trustIn, type OtherOffice } from '../../../tests/offices/other-office.ts';
import { readArguments, type Answer, type Command } from '../command.ts';
import { exitCodes, failureOf, type ExitClass } from '../exit.ts';
import { auditVerify } from './audit.ts';
import { cardShow } from './card.ts';
import { verify } from './envelope.ts';
import { receipt, receiptWrite } from './receipt.ts';
import { seal } from './seal.ts';

let folder: string;
let dir: string;
let office: OtherOffice;
let own: ServiceCard;
/** one that is authorised, and one that waits for a second person */
let ready: string;
let waiting: string;
let medium: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'varco-'));
  dir = join(folder, 'vault');
  medium = join(folder, 'medium');
  mkdirSync(medium);
  const prison = demoWorkplace(dir, '0.0.0', Date.now);
  const { calls, changeUser, core } = prison;
  await createPrison(prison);
  own = (await calls.contacts.own()).card;
  office = await otherOffice('probation', 'Serviciul de Probațiune Test');
  await trustIn(prison, office, folder);
  const { today } = core.session.work();
  const prepared = async (code: string): Promise<string> => {
    const { id: personId } = await calls.people.add({ code, familyName: 'Exemplu', givenName: 'Ion', birthDate: '1990-01-01' });
    await planWith(prison, personId, today);
    const request = { personId, recipientServiceId: office.card.serviceId, mandate: { kind: 'SUPERVISION', act: 'sentința 1', date: today } } as const;
    const { caseHash } = await calls.handovers.preview(request);
    return (await calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash })).handoverId;
  };
  [ready, waiting] = [await prepared('CL-1'), await prepared('CL-2')];
  await changeUser(names.coordinator);
  await calls.handovers.authorise({ handoverId: ready });
  await core.close();
  writeFileSync(join(folder, 'password'), `${DEMO_PASSWORD}\n`);
  writeFileSync(join(folder, 'wrong'), 'not the password\n');
  writeFileSync(join(folder, 'no-envelope.zip.age'), 'no envelope');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const say = (): void => undefined;
/** Runs a command with arguments as a shell gives them. */
const run = async (command: Command, args: readonly string[], { user = names.educator, password = 'password' }: { readonly user?: string; readonly password?: string } = {}): Promise<Answer> =>
  command.run({ ...readArguments(command, [...args, '--vault', dir, '--user', user, '--password-file', join(folder, password)]), texts: createTexts('en'), say, version: '0.0.0' });

const exitOf = async (act: () => Promise<Answer>): Promise<ExitClass> => {
  try {
    return (await act()).exit ?? 'ok';
  } catch (error) {
    return failureOf(error).exit;
  }
};

const statusOf = async (id: string): Promise<string> => {
  const prison = demoWorkplace(dir, '0.0.0', Date.now);
  await prison.changeUser(names.educator);
  const { status } = await existing(prison.core.session.work(), 'handovers', id, 'handover');
  await prison.core.close();
  return status;
};

describe('every exit code', () => {
  const cases: readonly (readonly [ExitClass, string, () => Promise<Answer>])[] = [
    ['ok', 'our card is shown', () => run(cardShow, [])],
    ['usage', 'a way that does not exist', () => run(seal, ['--way', 'pigeon'])],
    ['usage', 'a hand-over without a place to write it to', () => run(seal, [ready])],
    ['usage', 'an answer without a decision', () => run(receiptWrite, [join(folder, 'no-envelope.zip.age'), '--out', medium])],
    ['refused', 'a hand-over that no second person authorised', () => run(seal, [waiting, '--out', medium])],
    ['refused', 'no envelope to answer', () => run(receiptWrite, [join(folder, 'no-envelope.zip.age'), '--decision', 'received', '--out', medium], { user: names.coordinator })],
    ['envelope', 'a receipt that is none', () => run(receipt, [join(folder, 'no-envelope.zip.age')])],
    ['envelope', 'a file that is no envelope, looked at with a vault', () => run(verify, [join(folder, 'no-envelope.zip.age')])],
    ['vault', 'a wrong password', () => run(seal, [], { password: 'wrong' })],
    ['vault', 'a role that may not', () => run(auditVerify, [])],
    ['medium', 'a folder that is not there', () => run(seal, [ready, '--out', join(folder, 'pulled-out')])],
    ['medium', 'a file that is not there', () => run(receipt, [join(folder, 'nothing.zip.age')])],
    ['audit', 'an export of the trail that is none', () => run(auditVerify, [join(folder, 'no-envelope.zip.age')], { user: names.coordinator })],
    ['unexpected', 'a mistake in the program', () => Promise.reject(new TypeError('x is undefined'))],
  ];
  it.each(cases)('%s: %s', async (exit, _what, act) => expect(await exitOf(act)).toBe(exit));
  it('is met by one of these', () => expect([...new Set(cases.map(([exit]) => exit))].toSorted()).toEqual(Object.keys(exitCodes).toSorted()));
});

it('an authorised hand-over is listed without a name, sealed onto a folder, and its receipt taken in; each is as on the screen', async () => {
  expect(await run(seal, [])).toEqual({ result: { authorised: [{ handoverId: ready, recipient: 'Serviciul de Probațiune Test' }] } });
  const { result } = await run(seal, [ready, '--out', medium, '--way', 'disc']);
  expect(readdirSync(medium).toSorted()).toEqual(['README.txt', String(result['fileName'])]);
  expect(await statusOf(ready)).toBe('SEALED');
  expect(await exitOf(() => run(seal, [ready, '--out', medium]))).toBe('refused');
  const opened = await openAs(office, own, readFileSync(join(medium, String(result['fileName']))));
  const answers = { envelopeId: opened.header.envelopeId, tagManifestSha256: opened.tagManifestSha256 };
  const file = await office.send(own, { folder, kind: 'receipt', receipt: { answers, decision: 'ACCEPTED' } });
  expect(await run(receipt, [file, '--number', 'P-7/2026'])).toEqual({ result: { handoverId: ready, decision: 'ACCEPTED', repeated: false } });
  expect(await run(receipt, [file])).toMatchObject({ result: { repeated: true } });
  expect(await statusOf(ready)).toBe('ACCEPTED');
}, 60_000);
