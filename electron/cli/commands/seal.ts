import { MediumWay } from '../../../shared/domain/medium.ts';
import { sealTo } from '../../core/services/handover/seal.ts';
import { find } from '../../core/services/query.ts';
import type { Work } from '../../core/services/work.ts';
import { optional, required, type Answer, type Call, type Command } from '../command.ts';
import { UsageError } from '../exit.ts';
import { vaultOptions, withVault } from '../open-vault.ts';

/** What can be written now: ids and recipients, nobody's name. */
const authorisedIn = async (work: Work) =>
  (await find(work.vault, 'handovers', 'handover', { selector: { 'ix.status': 'AUTHORISED' }, sort: [{ id: 'asc' }] })).map(({ id, caseFile, registrationNumberOut, practice, byPassphrase }) => ({
    handoverId: id,
    recipient: caseFile.recipient.name,
    ...(registrationNumberOut === undefined ? {} : { registrationNumber: registrationNumberOut }),
    ...(practice === undefined ? {} : { practice }),
    // words are shown and typed again on a screen
    ...(byPassphrase === undefined ? {} : { byPassphrase }),
  }));

const listed = async ({ texts, say }: Call, work: Work): Promise<Answer> => {
  const authorised = await authorisedIn(work);
  for (const { handoverId, recipient } of authorised) say(`${handoverId}  ${recipient}`);
  if (authorised.length === 0) say(texts.t('cli:seal.none'));
  return { result: { authorised } };
};

const wayOf = (call: Call): MediumWay => {
  const way = MediumWay.safeParse((optional(call.values, 'way') ?? 'stick').toUpperCase());
  if (!way.success) throw new UsageError('--way stick|disc|pec');
  return way.data;
};

/** `varco seal [HANDOVER --out FOLDER]`: which hand-overs are authorised, or one of them sealed and written as on the screen. */
export const seal: Command = {
  words: ['seal'],
  options: { ...vaultOptions, out: { type: 'string' }, way: { type: 'string' } },
  positionals: [0, 1],
  run: async (call) => {
    const [handoverId] = call.positionals;
    const way = wayOf(call);
    const folder = handoverId === undefined ? undefined : required(call.values, 'out');
    return withVault(call, 'handover.seal', async (_vault, work): Promise<Answer> => {
      if (handoverId === undefined || folder === undefined) return listed(call, work());
      const sealed = await sealTo(work(), handoverId, folder, { written: { way } });
      call.say(call.texts.t('cli:seal.written', { file: sealed.fileName, reference: sealed.reference }));
      call.say(sealed.sha256);
      return { result: { handoverId, ...sealed, way } };
    });
  },
};
