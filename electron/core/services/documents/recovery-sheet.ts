import type { Language } from '../../../../shared/domain/base.ts';
import { renderDocument } from '../../documents/render.ts';
import type { Work } from '../work.ts';

/** The printable sheet with the recovery code of this workplace; audited, because it opens everything. */
export const recoverySheet = async (work: Work, code: string, language: Language): Promise<Uint8Array> => {
  const pdf = await renderDocument({
    document: 'recovery-sheet',
    view: { serviceName: work.vault.info.serviceName, code },
    language,
    meta: { createdAt: work.now, today: work.today, ...(work.vault.info.demo ? { demo: true } : {}) },
  });
  await work.vault.commit([], { action: 'session.recoverySheet' });
  return pdf;
};
