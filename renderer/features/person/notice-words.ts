import type { PersonNotice } from '../../../shared/domain/person-notices.ts';

/** Writes a key of the catalogues with its values. */
export type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

/** Title and sentence of a notice, in the words of the screen. */
export const noticeWords = (notice: PersonNotice, t: Say, date: (date: string) => string): { readonly title: string; readonly text: string } => {
  const key = `people:notice.${notice.type}`;
  switch (notice.type) {
    case 'OUTCOME_NOT_ENTERED':
      return { title: t(`${key}.title`), text: t(`${key}.text`, { what: t(`enums:releaseDateKind.${notice.kind}`), date: date(notice.date) }) };
    case 'DECEASED':
    case 'ESCAPED':
      return { title: t(`${key}.title`), text: t(`${key}.text`, { date: date(notice.on) }) };
    case 'CASE_REVOKED':
      return { title: t(`${key}.title`), text: t(`${key}.text`, { name: notice.sender, reference: notice.reference, date: date(notice.on) }) };
    case 'TRANSFERRED':
      return { title: t(`${key}.title`), text: t(notice.ended ? `${key}.ended` : `${key}.text`, { name: notice.name, date: date(notice.on), until: date(notice.until), source: notice.source }) };
    case 'POSTPONED':
      return { title: t(`${key}.title`), text: t(`${key}.text`, { date: date(notice.newTerm) }) };
    case 'RELEASE_DAY': {
      const when = [date(notice.date), ...(notice.time === undefined ? [] : [t('people:days.at', { time: notice.time })])].join(', ');
      return { title: t(`${key}.${notice.risk ?? 'EVENING'}`), text: t(`${key}.text`, { when }) };
    }
    case 'CONTACT_BAN':
      return {
        title: notice.kinds.map((kind) => t(`enums:contactBanKind.${kind}`)).join(' · '),
        text: notice.until === undefined ? t(`${key}.open`, { act: notice.act }) : t(`${key}.text`, { act: notice.act, until: date(notice.until) }),
      };
    case 'PERMIT':
      return { title: t(notice.passed ? `${key}.passed` : `${key}.near`), text: t(`${key}.text`, { date: date(notice.until) }) };
    case 'AWAY': {
      const back = notice.expectedReturn === undefined ? [] : [t(notice.late ? `${key}.late` : `${key}.expected`, { date: date(notice.expectedReturn) })];
      const parts = [...(notice.place === undefined ? [] : [notice.place]), t(`${key}.since`, { date: date(notice.on) }), ...back];
      return { title: t(`${key}.title`, { what: t(`enums:movementKind.${notice.kind}`) }), text: `${parts.join(', ')}.` };
    }
    case 'RETURNED': {
      const text = t(`${key}.text`, { date: date(notice.on) });
      return { title: notice.place === undefined ? t(`${key}.title`) : `${t(`${key}.title`)}: ${notice.place}`, text };
    }
    case 'UNSUPERVISED':
      return { title: t(`${key}.title`), text: t(`${key}.text`) };
  }
};
