import type { Language } from '../../../../shared/domain/base.ts';
import { importStep } from '../../../../shared/domain/import-machine.ts';
import { slipChecks } from '../../documents/refusal-slip.ts';
import { renderDocument } from '../../documents/render.ts';
import { ownService } from '../contacts/own.ts';
import { saveRecorded } from '../documents/save-recorded.ts';
import { orRefuse, RefusedError, type Work } from '../work.ts';
import { waiting, type Arrivals } from './arrivals.ts';

/**
 * Saves the slip that tells on paper why an envelope was refused: only where nobody can be answered by a sealed receipt. What cannot be
 * read is rejected with it.
 * @throws RefusedError import.canBeAnswered when there is somebody to answer, import.gone
 */
export const saveRefusalSlip = async (work: Work, arrivals: Arrivals, arrivalId: string, language: Language, path: string): Promise<{ name: string }> => {
  const arrival = waiting(arrivals, arrivalId);
  const { report } = arrival;
  const sha256 = report.sha256 ?? '';
  const failed = report.checks.find(({ state }) => state === 'failed');
  const check = slipChecks.find((name) => name === failed?.name);
  if (report.answerTo !== undefined || check === undefined || failed?.error === undefined) throw new RefusedError({ code: 'import.canBeAnswered' });
  const { card } = await ownService(work);
  const pdf = await renderDocument({
    document: 'refusal-slip',
    view: { service: { name: card.name, ...(card.phone === undefined ? {} : { phone: card.phone }) }, sha256, openedOn: work.today, check, code: failed.error.code },
    language,
    meta: { createdAt: work.now, today: work.today, ...(work.vault.info.demo ? { demo: true } : {}) },
  });
  const name = await saveRecorded(work, path, pdf, { action: 'import.refusalSlip', details: { check, code: failed.error.code } });
  // one whose sender is not trusted yet goes on waiting for their card
  if (arrival.state === 'UNREADABLE') arrival.state = orRefuse(importStep(arrival.state, 'reject'));
  return { name };
};
