import { cardFile } from '../envelope/card.ts';
import { envelopeFile, readLimited } from '../read-limited.ts';
import { SCAN_LIMITS } from '../scans/limits.ts';
import { saveFile } from '../save-file.ts';
import { addCardless, cardlessView, listCardless, removeCardless } from '../services/contacts/cardless.ts';
import * as contacts from '../services/contacts/contacts.ts';
import { fingerprintView, ownService } from '../services/contacts/own.ts';
import { changeKeys, renewOwnCard, revocationSheet } from '../services/contacts/own-card.ts';
import { revocationOnScan, revokeByPaper } from '../services/contacts/revoke.ts';
import { addPractice, removePractice } from '../services/contacts/practice.ts';
import { authoriseAlone, counterSign } from '../services/handover/emergency.ts';
import * as handover from '../services/handover/handover.ts';
import * as life from '../services/handover/life.ts';
import { previewSupplement } from '../services/handover/supplement.ts';
import { prepareTransfer, previewTransfer } from '../services/handover/transfer.ts';
import { takeReceipt } from '../services/handover/receipts.ts';
import { listHandovers, registerHandover } from '../services/handover/list.ts';
import { newWords } from '../services/handover/passphrases.ts';
import { checkMedium, writeAgain } from '../services/handover/medium.ts';
import { sealTo } from '../services/handover/seal.ts';
import { acceptArrival } from '../services/imports/accept.ts';
import { writeReceipt } from '../services/imports/answer.ts';
import * as imports from '../services/imports/imports.ts';
import { saveRefusalSlip } from '../services/imports/refusal-slip.ts';
import { deleteRevoked } from '../services/imports/revoked.ts';
import { listImports, registerImport } from '../services/imports/list.ts';
import { live } from '../services/query.ts';
import { alone } from './alone.ts';
import { os } from './base.ts';

/** A card is a few kilobytes of JSON. */
const CARD_BYTES = 64 * 1024;

export const contactsRouter = {
  own: os.contacts.own.handler(async ({ context }) => {
    const { card, revocationSavedFor } = await ownService(context.session.work());
    return { card, fingerprint: fingerprintView(card), sheetSaved: revocationSavedFor === card.signingKey };
  }),
  saveOwnCard: os.contacts.saveOwnCard.handler(async ({ input, context }) => {
    const work = context.session.work();
    const { card } = await ownService(work);
    const name = await saveFile(context.path(input.file, 'save'), cardFile(card));
    await work.vault.commit([], { action: 'contacts.saveOwnCard' });
    return { name };
  }),
  list: os.contacts.list.handler(({ context: { session }, signal }) =>
    live(session.vault, ['office'], signal, async () => (await contacts.listContacts(session.work())).map(contacts.contactView)),
  ),
  importCard: os.contacts.importCard.handler(async ({ input, context }) =>
    contacts.contactView(
      await contacts.importCard(context.session.work(), await readLimited(context.path(input.file, 'card'), CARD_BYTES)),
    ),
  ),
  trust: os.contacts.trust.handler(({ input, context }) => contacts.trustContact(context.session.work(), input)),
  readRevocation: os.contacts.readRevocation.handler(async ({ input, context, signal }) => ({
    text: await revocationOnScan(await readLimited(context.path(input.file, 'scan'), SCAN_LIMITS.bytes), signal),
  })),
  revoke: os.contacts.revoke.handler(async ({ input, context }) => contacts.contactView(await revokeByPaper(context.session.work(), input.text))),
  renewOwnCard: os.contacts.renewOwnCard.handler(({ context }) => alone(context, async (work) => ({ validTo: (await renewOwnCard(work)).validTo }))),
  changeKeys: os.contacts.changeKeys.handler(({ input, context }) => alone(context, async (work) => ({ validTo: (await changeKeys(work, input)).validTo }))),
  saveRevocationSheet: os.contacts.saveRevocationSheet.handler(async ({ input, context }) => {
    const path = context.path(input.file, 'save');
    return { name: await saveFile(path, await revocationSheet(context.session.work(), input.language)) };
  }),
  cardless: os.contacts.cardless.handler(({ context: { session }, signal }) => live(session.vault, ['office'], signal, async () => (await listCardless(session.work())).map(cardlessView))),
  addCardless: os.contacts.addCardless.handler(async ({ input, context }) => cardlessView(await addCardless(context.session.work(), input))),
  removeCardless: os.contacts.removeCardless.handler(({ input, context }) => removeCardless(context.session.work(), input.id)),
  addPractice: os.contacts.addPractice.handler(({ input, context }) => alone(context, async (work) => contacts.contactView(await addPractice(work, input.language)))),
  removePractice: os.contacts.removePractice.handler(({ context }) => removePractice(context.session.work())),
};

export const handoversRouter = {
  ofPerson: os.handovers.ofPerson.handler(({ input, context: { session }, signal }) =>
    live(session.vault, ['handovers'], signal, () => handover.handoversOf(session.work(), input.personId)),
  ),
  list: os.handovers.list.handler(({ context: { session }, signal }) =>
    live(session.vault, ['handovers', 'people', 'office'], signal, () => listHandovers(session.work())),
  ),
  preview: os.handovers.preview.handler(({ input, context }) => handover.preview(context.session.work(), input)),
  prepare: os.handovers.prepare.handler(({ input, context }) => alone(context, (work) => handover.prepare(work, input))),
  previewTransfer: os.handovers.previewTransfer.handler(({ input, context }) => previewTransfer(context.session.work(), input)),
  prepareTransfer: os.handovers.prepareTransfer.handler(({ input, context }) => alone(context, (work) => prepareTransfer(work, input))),
  previewSupplement: os.handovers.previewSupplement.handler(({ input, context }) => previewSupplement(context.session.work(), input)),
  prepareSupplement: os.handovers.prepareSupplement.handler(({ input, context }) => alone(context, (work) => handover.prepareSupplement(work, input))),
  authoriseAlone: os.handovers.authoriseAlone.handler(({ input, context }) => authoriseAlone(context.session.work(), input)),
  counterSign: os.handovers.counterSign.handler(({ input, context }) => counterSign(context.session.work(), input.handoverId, input.given)),
  takeBack: os.handovers.takeBack.handler(({ input, context }) => life.takeBack(context.session.work(), input.handoverId)),
  close: os.handovers.close.handler(({ input, context }) => life.closeHandover(context.session.work(), input.handoverId)),
  dispatch: os.handovers.dispatch.handler(({ input, context }) => life.dispatch(context.session.work(), input)),
  expire: os.handovers.expire.handler(({ input, context }) => life.expire(context.session.work(), input.handoverId)),
  paperReceipt: os.handovers.paperReceipt.handler(({ input, context }) => life.paperReceipt(context.session.work(), input)),
  revoke: os.handovers.revoke.handler(({ input, context }) => life.revoke(context.session.work(), input.handoverId, input.reason)),
  writeNotice: os.handovers.writeNotice.handler(({ input, context, signal }) => life.writeNotice(context.session.work(), input.handoverId, { folder: context.path(input.folder, 'folder'), signal })),
  authorisers: os.handovers.authorisers.handler(({ context }) => handover.authorisers(context.session.work())),
  authorise: os.handovers.authorise.handler(({ input, context }) => handover.authorise(context.session.work(), input.handoverId)),
  words: os.handovers.words.handler(async ({ input, context }) => ({ words: [...(await newWords(context.session.work(), input.handoverId))] })),
  seal: os.handovers.seal.handler(({ input, context, signal }) =>
    context.sealing.run(input.handoverId, (onStep) => sealTo(context.session.work(), input.handoverId, context.path(input.folder, 'folder'), { signal, onStep, passphrase: input.passphrase, ...(input.way === undefined ? {} : { written: { way: input.way } }) })),
  ),
  sealing: os.handovers.sealing.handler(({ input, context, signal }) => context.sealing.follow(input.handoverId, signal)),
  checkMedium: os.handovers.checkMedium.handler(({ input, context, signal }) => checkMedium(() => context.session.work(), input.handoverIds, context.path(input.folder, 'folder'), signal)),
  writeAgain: os.handovers.writeAgain.handler(({ input, context }) => writeAgain(context.session.work(), input.handoverId)),
  register: os.handovers.register.handler(({ input: { handoverId, ...numbers }, context }) => registerHandover(context.session.work(), handoverId, numbers)),
  importReceipt: os.handovers.importReceipt.handler(async ({ input, context }) =>
    takeReceipt(context.session.work(), await envelopeFile(context.path(input.file, 'envelope')), input.numberIn),
  ),
};

export const importsRouter = {
  quarantine: os.imports.quarantine.handler(({ context }) => imports.quarantined(context.session.work(), context.arrivals)),
  putAside: os.imports.putAside.handler(({ input, context }) => context.arrivals.remove(input.arrivalId)),
  list: os.imports.list.handler(({ context: { session }, signal }) =>
    live(session.vault, ['handovers', 'people', 'office'], signal, () => listImports(session.work())),
  ),
  register: os.imports.register.handler(({ input: { importId, ...numbers }, context }) => registerImport(context.session.work(), importId, numbers)),
  open: os.imports.open.handler(async ({ input, context }) =>
    imports.openArrival(context.session.work(), context.arrivals, await envelopeFile(context.path(input.file, 'envelope'))),
  ),
  openWithWords: os.imports.openWithWords.handler(({ input, context }) => imports.openWithWords(context.session.work(), context.arrivals, input.arrivalId, input.passphrase)),
  accept: os.imports.accept.handler(({ input, context }) =>
    alone(context, (work) => acceptArrival(work, context.arrivals, input.arrivalId, input)),
  ),
  deleteRevoked: os.imports.deleteRevoked.handler(({ input, context }) => deleteRevoked(context.session.work(), input.importId)),
  saveRefusalSlip: os.imports.saveRefusalSlip.handler(({ input, context }) =>
    saveRefusalSlip(context.session.work(), context.arrivals, input.arrivalId, input.language, context.path(input.file, 'save')),
  ),
  previewDocument: os.imports.previewDocument.handler(({ input, context }) =>
    imports.previewArrivalDocument(context.session.work(), context.arrivals, context.previews, input.arrivalId),
  ),
  saveDocument: os.imports.saveDocument.handler(({ input, context }) =>
    imports.saveArrivalDocument(context.session.work(), context.arrivals, input.arrivalId, context.path(input.file, 'save')),
  ),
  receipt: os.imports.receipt.handler(({ input, context }) =>
    writeReceipt(context.session.work(), context.arrivals, input, context.path(input.folder, 'folder')),
  ),
};
