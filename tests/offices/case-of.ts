import { planFromCase } from '../../shared/domain/import-rules.ts';
import { frozenPart } from '../../shared/domain/plan-rules.ts';
import type { CaseFile } from '../../shared/domain/casefile.ts';
import type { ServiceCard } from '../../shared/domain/card.ts';
import { canonicalHash } from '../../electron/core/canonical.ts';
import { newId } from '../../electron/core/services/work.ts';

const TODAY = '2026-11-22';

/** A case as a prison would seal it; synthetic, of another person each time. */
export const caseOf = (sender: ServiceCard, recipient: ServiceCard, over: Partial<CaseFile> = {}): CaseFile => {
  const draft: CaseFile = {
    format: 'varco-case',
    version: 1,
    dataAsOf: TODAY,
    sender: { serviceId: sender.serviceId, name: sender.name },
    recipient: { serviceId: recipient.serviceId, name: recipient.name },
    mandate: { kind: 'SUPERVISION', act: 'sentința 12/2026', date: TODAY },
    person: { id: newId(), code: `TM-${newId().slice(-6)}`, familyName: `Exemplu${newId().slice(-4)}`, givenName: 'Ion', birthDate: '1990-01-01' },
    dates: [],
    plan: {
      contentId: newId(),
      schemaVersion: 1,
      versionNo: 2,
      kind: 'PRE_RELEASE',
      lang: 'ro',
      contentHash: '',
      objectives: [
        { id: newId(), domain: 'EMPLOYMENT', title: 'Vreau să lucrez', horizon: 'FIRST_90D', steps: [{ id: newId(), text: 'Curs', owner: 'PERSON', carriesOver: true, status: 'IN_PROGRESS' }] },
      ],
    },
    learning: [],
    choices: [],
    notIncluded: [],
    ...over,
  };
  return { ...draft, plan: { ...draft.plan, contentHash: canonicalHash(frozenPart(planFromCase(draft))) } };
};
