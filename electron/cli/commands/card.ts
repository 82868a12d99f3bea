import { cardStanding } from '../../../shared/domain/card-rules.ts';
import type { ServiceCard } from '../../../shared/domain/card.ts';
import { cardFile, readCard } from '../../core/envelope/card.ts';
import { compareCards } from '../../core/envelope/card-change.ts';
import { isFingerprint, matchesFingerprint } from '../../core/envelope/fingerprint.ts';
import { readLimited } from '../../core/read-limited.ts';
import { saveFile } from '../../core/save-file.ts';
import { fingerprintView, ownService } from '../../core/services/contacts/own.ts';
import { civilDateAt } from '../../core/services/work.ts';
import { required, type Call, type Command } from '../command.ts';
import { UsageError } from '../exit.ts';
import { vaultOptions, withVault } from '../open-vault.ts';

/** A card is a few kilobytes of JSON. */
const CARD_BYTES = 64 * 1024;

const cardIn = async (call: Call, at: number): Promise<ServiceCard> => readCard(await readLimited(call.positionals[at] ?? '', CARD_BYTES));

/** The civil date of this computer: a card on a file has no site of its own. */
const todayHere = (): string => civilDateAt(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);

const sayCard = ({ say }: Call, card: ServiceCard): void => {
  const { groups, hex } = fingerprintView(card);
  say(`${card.name} · ${card.serviceId}`);
  say(groups.join(' '));
  say(hex.join(' '));
};

/** `varco card show`: our own card and the fingerprint to read out. */
export const cardShow: Command = {
  words: ['card', 'show'],
  options: vaultOptions,
  positionals: 0,
  run: (call) =>
    withVault(call, 'contact.read', async (_vault, work) => {
      const { card } = await ownService(work());
      sayCard(call, card);
      return { result: { card, fingerprint: fingerprintView(card) } };
    }),
};

/** `varco card export --out FILE`: our own card as a file for other services; recorded as from a window. */
export const cardExport: Command = {
  words: ['card', 'export'],
  options: { ...vaultOptions, out: { type: 'string' } },
  positionals: 0,
  run: (call) =>
    withVault(call, 'contact.trust', async (vault, work) => {
      const { card } = await ownService(work());
      const name = await saveFile(required(call.values, 'out'), cardFile(card));
      await vault.commit([], { action: 'contacts.saveOwnCard', details: { via: 'command-line' } });
      call.say(call.texts.t('cli:card.exported', { name }));
      return { result: { name, fingerprint: fingerprintView(card) } };
    }),
};

/** `varco card verify FILE`: whole, signed by its own key, not past its last day. Says nothing about whose it is. */
export const cardVerify: Command = {
  words: ['card', 'verify'],
  options: {},
  positionals: 1,
  run: async (call) => {
    const card = await cardIn(call, 0);
    const standing = cardStanding(card.validTo, todayHere());
    sayCard(call, card);
    call.say(call.texts.t(`cli:card.standing.${standing}`, { date: card.validTo }));
    call.say(call.texts.t('cli:card.whose'));
    return { result: { serviceId: card.serviceId, name: card.name, kind: card.kind, validFrom: card.validFrom, validTo: card.validTo, standing, demo: card.demo === true, fingerprint: fingerprintView(card) }, ...(standing === 'EXPIRED' ? { exit: 'envelope' as const } : {}) };
  },
};

/** `varco card fingerprint FILE`: to be read out, written on paper, and as the text of a QR code. */
export const cardFingerprintOf: Command = {
  words: ['card', 'fingerprint'],
  options: {},
  positionals: 1,
  run: async (call) => {
    const card = await cardIn(call, 0);
    sayCard(call, card);
    return { result: { ...fingerprintView(card) } };
  },
};

/** `varco card compare FILE FINGERPRINT`: whether what somebody read out is the fingerprint of this card. */
export const cardCompare: Command = {
  words: ['card', 'compare'],
  options: {},
  positionals: 2,
  run: async (call) => {
    const card = await cardIn(call, 0);
    const typed = call.positionals[1] ?? '';
    const matches = matchesFingerprint(typed, card);
    // a slip of the finger is no other card
    if (!matches && !typed.startsWith('VARCO-CARD:') && !isFingerprint(typed)) throw new UsageError(call.texts.t('office:contacts.fingerprintWrong'));
    call.say(call.texts.t(matches ? 'cli:card.matches' : 'cli:card.differs'));
    return { result: { matches }, ...(matches ? {} : { exit: 'envelope' as const }) };
  },
};

/** `varco card change OLD NEW`: what a service that sends another card did with it, and whether trust goes on. */
export const cardChange: Command = {
  words: ['card', 'change'],
  options: {},
  positionals: 2,
  run: async (call) => {
    const change = compareCards(await cardIn(call, 0), await cardIn(call, 1));
    const alarm = change.change === 'ALARM';
    call.say(call.texts.t(`cli:card.change.${change.change}`));
    return { result: { change: change.change, ...(alarm ? { reason: change.reason } : {}), trusted: !alarm }, ...(alarm ? { exit: 'envelope' as const } : {}) };
  },
};
