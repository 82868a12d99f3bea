import { useTranslation } from 'react-i18next';
import type { PersonNotice } from '../../../shared/domain/person-notices.ts';
import { useDateText } from '../../app/words.ts';
import { noticeWords } from './notice-words.ts';

/** What to know before anything else about this person, one line each; nothing when there is nothing. */
export const Notices = ({ notices }: { readonly notices: readonly PersonNotice[] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  if (notices.length === 0) return null;
  const lines = notices.map((notice) => noticeWords(notice, (key, values) => t(key, values ?? {}), date));
  return (
    <section className="v-notice" data-tone="warn" aria-label={t('people:notice.title')}>
      <ul className="v-notice-lines">
        {lines.map(({ title, text }) => (
          <li key={title + text}>
            <b>{title}.</b> {text}
          </li>
        ))}
      </ul>
    </section>
  );
};
