import { useState } from 'react';
import type { Basis } from '../../../shared/domain/base.ts';
import { isOther, type NeedCode } from '../../../shared/domain/needs-catalogue.ts';
import { needsIn } from '../../../shared/domain/needs-form.ts';
import type { NeedDomain, NeedItem, OwnView, Round, Source } from '../../../shared/domain/needs.ts';
import { domainOf, withItem } from '../../../shared/domain/round-rules.ts';
import { needsForms } from '../../../shared/forms/index.ts';
import { useKeptDraft } from '../../app/drafts/use-kept-draft.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useClient } from '../../app/session-context.tsx';
import { choiceOf, itemOf, meaningOf, type AnswerChoice } from './answers.ts';
import { linesWithWords, TypedLines, unsaidIn, withoutLine, type Unsaid } from './typed-lines.ts';
import { useQueue } from '../../app/use-queue.ts';

const noLines: TypedLines = {};

type Given = Partial<Record<NeedDomain | NeedCode, AnswerChoice>>;

/** An open round being answered, short or long: each answer is saved as it is given, and shown before it is. */
export const useRound = (round: Round) => {
  const client = useClient();
  const { preferences } = usePreferences();
  const queue = useQueue();
  const [given, setGiven] = useState<Given>({});
  const lines = useKeptDraft({ form: 'needs.line', personId: round.personId, about: round.id, schema: TypedLines, empty: noLines, worth: linesWithWords });
  const roundId = round.id;
  const form = needsForms.long(round.formVersion);
  const choice = (domain: NeedDomain): AnswerChoice | undefined => given[domain] ?? choiceOf(domainOf(round, domain));
  const itemChoice = (domain: NeedDomain, code: NeedCode): AnswerChoice => {
    const item = domainOf(round, domain).items?.find((other) => other.code === code);
    return given[code] ?? (item === undefined ? 'NOT_ASKED' : (choiceOf(item) ?? 'NOT_ASKED'));
  };
  const show = (shown: Given) => setGiven((old) => ({ ...old, ...shown }));
  const drop = (...keys: (NeedDomain | NeedCode)[]) => setGiven((old) => Object.fromEntries(Object.entries(old).filter(([key]) => !keys.includes(key as NeedDomain))));
  /** What is said of a domain without changing its answer. */
  const record = (domain: NeedDomain, more: { readonly statement?: { readonly text: string; readonly basis: Basis }; readonly strengths?: string; readonly strengthsBasis?: Basis; readonly own?: OwnView; readonly sources?: Source[] }): Promise<boolean> =>
    queue.add(() => {
      const { statement, ...rest } = more;
      const said = statement === undefined ? {} : { statement: { ...statement, lang: preferences.language } };
      return client.needs.record({ roundId, domain, ...meaningOf(choice(domain) ?? 'NOT_ASKED'), ...rest, ...said });
    });
  const saveUnsaid = async ({ what, domain, text, basis }: Unsaid): Promise<boolean> => {
    if (what === 'line') return record(domain, { statement: { text, basis } });
    if (what === 'strengths') return record(domain, { strengths: text });
    const code = needsIn(form, domain).map((item) => item.code).find(isOther);
    const item = code === undefined ? undefined : itemOf(itemChoice(domain, code), { detail: text });
    return code === undefined || item?.answer !== 'NEED' || queue.add(() => client.needs.recordItem({ roundId, domain, code, item }));
  };
  return {
    queue,
    /** Saves everything typed and not entered yet. Resolves to whether the round may be closed; what could not be saved stays in its field. */
    sayAll: async (): Promise<boolean> => {
      let all = true;
      for (const unsaid of unsaidIn(lines.value)) {
        if (await saveUnsaid(unsaid)) lines.set((now) => withoutLine(now, unsaid.place));
        else all = false;
      }
      return all;
    },
    lines,
    choice,
    itemChoice,
    record,
    asked: round.domains.filter(({ domain }) => (choice(domain) ?? 'NOT_ASKED') !== 'NOT_ASKED').length,
    answer: async (domain: NeedDomain, chosen: AnswerChoice): Promise<void> => {
      show({ [domain]: chosen });
      if (!(await queue.add(() => client.needs.record({ roundId, domain, ...meaningOf(chosen) })))) drop(domain);
    },
    say: (domain: NeedDomain, text: string, basis: Basis): Promise<boolean> => record(domain, { statement: { text, basis } }),
    /** Answers one need of the catalogue; a listed need may change what stands for the domain. */
    answerItem: async (domain: NeedDomain, code: NeedCode, chosen: AnswerChoice, more: Pick<NeedItem, 'urgency' | 'detail'> = {}): Promise<void> => {
      const item = itemOf(chosen, more);
      const next = withItem(round, form, domain, code, item);
      const whole = next.ok && item?.answer === 'NEED' ? choiceOf(domainOf(next.value, domain)) : undefined;
      show({ [code]: chosen, ...(whole === undefined ? {} : { [domain]: whole }) });
      if (!(await queue.add(() => client.needs.recordItem({ roundId, domain, code, ...(item === undefined ? {} : { item }) })))) drop(code, domain);
    },
    confirm: async (domain: NeedDomain, fromRoundId: string): Promise<void> => {
      if (await queue.add(() => client.needs.confirm({ roundId, fromRoundId, domain }))) drop(domain);
    },
  };
};
export type RoundDesk = ReturnType<typeof useRound>;
