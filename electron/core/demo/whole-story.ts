import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArrivalView } from '../../../shared/contract/arrivals.ts';
import { Language } from '../../../shared/domain/base.ts';
import { allowedSigners } from '../envelope/sshsig.ts';
import type { AuditVerdict } from '../vault/types.ts';
import { demoWorkplace } from './client.ts';
import type { OfficeProcess } from './office-client.ts';
import { sampleRegisters } from './registers.ts';
import { courseFrom, createPrison, importRegister, personWithCode, planWith, type CourseAccount, type RegisterAccount } from './story.ts';
import { names, STORY_CODE } from './story-texts.ts';

export interface StoryInput {
  /** folder for what leaves: media, receipts, pdf, keys */
  readonly out: string;
  readonly vaultDir: string;
  /** scratch folder for registers and cards */
  readonly folder: string;
  readonly version: string;
  readonly office: OfficeProcess;
  /** told at the start of each step */
  readonly step: (name: StoryStep) => void;
}

export type StoryStep = 'workplaces' | 'cards' | 'registers' | 'course' | 'plan' | 'handover' | 'import' | 'receipt' | 'documents' | 'audit';

export interface StoryAccount {
  readonly program: string;
  readonly registers: readonly RegisterAccount[];
  readonly course: CourseAccount;
  readonly ids: Readonly<Record<'person' | 'plan' | 'handover' | 'envelope' | 'sender' | 'recipient', string>>;
  readonly plan: { readonly contentHash: string };
  readonly handover: { readonly fileName: string; readonly reference: string; readonly sha256: string };
  readonly arrival: { readonly checks: ArrivalView['checks']; readonly samePerson: boolean; readonly repeatChangesNothing: boolean };
  readonly receipt: { readonly file: string; readonly status: string; readonly repeated: boolean };
  readonly pdfs: readonly { readonly name: string; readonly pages: number }[];
  readonly audit: { readonly prison: AuditVerdict; readonly office: AuditVerdict };
  readonly timings: Readonly<Record<string, number>> & { readonly totalMs: number };
}

const folders = ['media', 'receipts', 'pdf', 'keys'] as const;

/** The whole story from register to receipt, through the contract of two workplaces in two processes. */
export const tellStory = async (input: StoryInput): Promise<StoryAccount> => {
  const { out, folder, office } = input;
  const [media = '', receipts = '', pdf = '', keys = ''] = await Promise.all(
    folders.map(async (name) => {
      await mkdir(join(out, name), { recursive: true });
      return join(out, name);
    }),
  );
  const timings: Record<string, number> = {};
  const started = performance.now();
  const timed = async <T>(name: StoryStep, run: () => Promise<T>): Promise<T> => {
    input.step(name);
    const from = performance.now();
    const value = await run();
    timings[`${name}Ms`] = Math.round(performance.now() - from);
    return value;
  };
  const prison = demoWorkplace(input.vaultDir, input.version, Date.now);
  const { calls, core, grant, changeUser } = prison;
  try {
    const other = await timed('workplaces', async () => {
      const [made] = await Promise.all([office.ask('create', { folder }), createPrison(prison)]);
      return made;
    });
    const own = await timed('cards', async () => {
      const cardFile = join(folder, 'prison.varco-card.json');
      await calls.contacts.saveOwnCard({ file: grant(cardFile, 'save') });
      const mine = await calls.contacts.own();
      const contact = await calls.contacts.importCard({ file: grant(other.cardFile, 'card') });
      await calls.contacts.trust({ id: contact.id, fingerprint: other.fingerprint, comparedWith: 'telefon' });
      await office.ask('trust', { cardFile, fingerprint: mine.fingerprint.groups.join(' ') });
      return mine.card;
    });
    const registers = await timed('registers', async () => {
      const accounts: RegisterAccount[] = [];
      for (const name of ['ro-register-export.csv', 'ro-register-export-week2.csv', 'it-register-export.csv'] as const) {
        const path = join(folder, name);
        await writeFile(path, sampleRegisters[name]);
        accounts.push(await importRegister(prison, path));
      }
      return accounts;
    });
    const course = await timed('course', () => courseFrom(prison, sampleRegisters['ro-attendance-register.csv']));
    const { today } = core.session.work();
    const personId = await personWithCode(prison, STORY_CODE);
    const plan = await timed('plan', () => planWith(prison, personId, today));
    const mandate = { kind: 'VOLUNTARY_AFTERCARE', act: 'cerere 17/2026', date: today } as const;
    const request = { personId, recipientServiceId: other.serviceId, mandate, registrationNumberOut: 'P-1021/2026' };
    const { handoverId, sealed } = await timed('handover', async () => {
      const { caseHash } = await calls.handovers.preview(request);
      const prepared = await calls.handovers.prepare({ ...request, documentLanguage: 'ro', confirmedCaseHash: caseHash });
      await changeUser(names.coordinator);
      await calls.handovers.authorise(prepared);
      await changeUser(names.educator);
      return { ...prepared, sealed: await calls.handovers.seal({ ...prepared, folder: grant(media, 'folder') }) };
    });
    const envelope = join(media, sealed.fileName);
    const arrival = await timed('import', () => office.ask('receive', { envelope, receipts }));
    const again = await office.ask('receiveAgain', { envelope });
    const receipt = await timed('receipt', async () => {
      const first = await calls.handovers.importReceipt({ file: grant(arrival.receiptFile, 'envelope') });
      const second = await calls.handovers.importReceipt({ file: grant(arrival.receiptFile, 'envelope') });
      const [handover] = await firstOf(await calls.handovers.ofPerson({ personId }));
      return { file: arrival.receiptFile.slice(receipts.length + 1), status: handover?.status ?? first.decision, repeated: second.repeated };
    });
    const pdfs = await timed('documents', async () => {
      const made: { name: string; pages: number }[] = [];
      for (const document of ['plan', 'person-copy'] as const) {
        for (const language of Language.options) {
          const file = grant(join(pdf, `${document}.${language}.pdf`), 'save');
          made.push(await calls.documents.save({ personId, document, language, handoverId, file }));
        }
      }
      return made;
    });
    const { identity } = await office.ask('demoKey', {});
    await writeFile(join(keys, 'recipient.agekey'), `${identity}\n`, { mode: 0o600 });
    await writeFile(join(keys, 'allowed_signers'), allowedSigners([{ serviceId: own.serviceId, signingKey: own.signingKey }]));
    await writeFile(join(keys, 'sender-id.txt'), `${own.serviceId}\n`);
    const audit = await timed('audit', async () => ({ prison: await core.session.vault.audit.verify(), office: await office.ask('verifyAudit', {}) }));
    return {
      program: input.version,
      registers,
      course,
      ids: { person: personId, plan: plan.contentId, handover: handoverId, envelope: sealed.envelopeId, sender: own.serviceId, recipient: other.serviceId },
      plan: { contentHash: plan.contentHash },
      handover: { fileName: sealed.fileName, reference: sealed.reference, sha256: sealed.sha256 },
      arrival: { checks: arrival.checks, samePerson: arrival.personId === personId, repeatChangesNothing: again.repeated && again.personId === arrival.personId },
      receipt,
      pdfs,
      audit,
      timings: { ...timings, totalMs: Math.round(performance.now() - started) },
    };
  } finally {
    await core.close();
  }
};

/** The first value of a live view; the view ends with it. */
const firstOf = async <T>(view: AsyncIterable<T>): Promise<T> => {
  for await (const value of view) return value;
  throw new Error('the view ended before its first value');
};
