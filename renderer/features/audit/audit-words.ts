import type { TFunction } from 'i18next';
import type { AuditEntryView, AuditFilter } from '../../../shared/contract/audit.ts';
import { partsOf, LockReason } from '../../../shared/domain/audit.ts';
import { DisclosureGround, DisclosureWay } from '../../../shared/domain/disclosure.ts';

/** The key of the words for an act of the trail. */
export const actionName = (action: string): string => `office:audit.action.${action}`;

/** How many characters of a person's mark are shown: enough to tell apart who stands on one screen. */
const MARK_SHOWN = 8;
export const shownMark = (mark: string): string => mark.slice(0, MARK_SHOWN);

/** Details that count something; each has its plural. */
const counted = ['people', 'entries', 'pages'] as const;

/** The details of an entry in words: codes and counts only, what has no words is left out. */
export const detailWords = (t: TFunction, { details = {} }: Pick<AuditEntryView, 'details'>): readonly string[] => {
  const text = (name: string): string => (typeof details[name] === 'string' ? details[name] : '');
  const by = LockReason.safeParse(details['by']);
  const way = DisclosureWay.safeParse(details['way']);
  const ground = DisclosureGround.safeParse(details['ground']);
  return [
    ...partsOf(text('parts')).map((part) => t(`enums:casePart.${part}`)),
    ...(by.success ? [t(`enums:lockReason.${by.data}`)] : []),
    ...(text('procedure') === '' ? [] : [t('office:audit.detail.procedure', { value: text('procedure') })]),
    ...(details['via'] === 'command-line' ? [t('office:audit.detail.commandLine')] : []),
    ...(way.success ? [t(`enums:disclosureWay.${way.data}`)] : []),
    ...(ground.success ? [t(`enums:disclosureGround.${ground.data}`)] : []),
    ...counted.flatMap((name) => (typeof details[name] === 'number' ? [t(`office:audit.detail.${name}`, { count: details[name] })] : [])),
    ...(details['written'] === false ? [t('office:audit.detail.notWritten')] : []),
    ...(details['intact'] === false ? [t('office:audit.detail.broken')] : []),
  ];
};

/** Whether anything is looked for. */
export const isNarrowed = (filter: AuditFilter): boolean => Object.values(filter).some((value) => value !== undefined);

/** The filter with one part changed; an empty part is left out. */
export const changed = <K extends keyof AuditFilter>(filter: AuditFilter, name: K, value: AuditFilter[K] | '' | undefined): AuditFilter => {
  const { [name]: _before, ...rest } = filter;
  return value === undefined || value === '' ? rest : { ...rest, [name]: value };
};
