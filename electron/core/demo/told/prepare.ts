import type { ToldCaseName } from '../../../../shared/domain/told-cases.ts';
import { addDays, type CivilDate } from '../../../../shared/domain/dates.ts';
import { createTexts } from '../../../../shared/i18n/index.ts';
import type { DemoWorkplace } from '../client.ts';
import type { DemoCountry } from '../countries.ts';

/** What is done of the list in every told preparation; the critical things beside them, but those a case is about. */
const DONE = ['DATES_CONFIRMED', 'REVIEW_HELD', 'CHOICES_ASKED', 'SERVICE_FOUND', 'HEALTH_CARD', 'IDENTITY_PAPER', 'BED', 'MEDICINES', 'FIRST_APPOINTMENT'] as const;

const open: { readonly [N in ToldCaseName]?: readonly (typeof DONE)[number][] } = {
  NO_ADDRESS: ['BED'],
  NO_PAPERS: ['IDENTITY_PAPER', 'HEALTH_CARD'],
  FRIDAY_EVENING: ['MEDICINES'],
};

/** Words of the cases in the language of their place. */
const words = {
  ro: { municipality: 'Lugoj', host: 'o rudă', none: 'hotărârea', notApply: 'nu are datorii' },
  it: { municipality: 'Foligno', host: 'un parente', none: 'il provvedimento', notApply: 'non ha debiti' },
} as const;

const first = async <T>(view: Promise<AsyncIterable<T>>): Promise<T> => {
  for await (const value of await view) return value;
  throw new Error('the view ended before its first value');
};

interface Prepared {
  readonly personId: string;
  /** undefined: the person whose story the demonstration tells */
  readonly name?: ToldCaseName;
  readonly country: DemoCountry;
  readonly today: CivilDate;
  readonly supervised: boolean;
}

/** The preparation of one release, as far as it would be by now; nothing where leaving is not near. */
export const prepareRelease = async ({ calls }: DemoWorkplace, { personId, name, country, today, supervised }: Prepared): Promise<void> => {
  const { preparing, likely } = await first(calls.release.checklist({ personId }));
  if (!preparing) return;
  const texts = createTexts(country);
  const { checklistId } = await calls.release.start({ personId, kind: likely });
  const { lines } = await first(calls.release.checklist({ personId }));
  const left = name === undefined ? [] : (open[name] ?? []);
  const mark = async (code: string, command: 'finish' | 'request' | 'notApply', note?: string): Promise<void> => {
    if (lines.some(({ item }) => item.code === code)) await calls.release.mark({ checklistId, code, command, note });
  };
  for (const code of DONE) if (!left.includes(code)) await mark(code, 'finish');
  await mark('BENEFITS', 'request');
  await mark('DEBTS', 'notApply', words[country].notApply);
  await calls.release.setDestination({
    personId,
    destination: name === 'NO_ADDRESS' ? { addressState: 'NONE' } : { addressState: name === 'CONTACT_BAN' ? 'SAID' : 'CONFIRMED', municipality: words[country].municipality, ...(name === 'CONTACT_BAN' ? { host: words[country].host } : {}) },
  });
  if (!supervised) return calls.release.noObligations({ personId, source: `${words[country].none} 88/2026` });
  for (const kind of name === 'CONTACT_BAN' ? (['REPORT', 'TELL_ADDRESS', 'NO_CONTACT'] as const) : (['REPORT', 'TELL_ADDRESS'] as const)) {
    await calls.release.addObligation({
      personId,
      obligation: { kind, text: texts.t(`release:sentence.${kind}`), lang: country, act: kind === 'NO_CONTACT' ? '412/2023' : '88/2026', from: today, until: addDays(today, 700), protectsSomebody: kind === 'NO_CONTACT' },
    });
  }
};
