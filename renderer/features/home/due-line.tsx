import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DueLine } from '../../../shared/contract/home.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { personPath } from '../../app/shell/screen-paths.ts';
import { useDateText, useDayText } from '../../app/words.ts';
import { rowAfterKey } from '../../design/row-keys.ts';
import { Tag, type Tone } from '../../design/tag.tsx';
import { isLate, isWordDate, pathOfLine, wordsOfLine } from './line-words.ts';

const tones: Readonly<Partial<Record<DueLine['kind'], Tone>>> = { RELEASE: 'accent', DECISION: 'accent', HANDOVER_RECEIPT: 'done' };

/** Lines a page of arrow keys passes over. */
const PAGE = 8;

/** Moves between the acts of a group with the arrow keys, so that Tab is not needed for each. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const acts = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('.v-due > .v-button') ?? [])];
  const next = rowAfterKey(event.key, acts.indexOf(event.currentTarget), acts.length, PAGE);
  if (next === undefined) return;
  event.preventDefault();
  acts[next]?.focus();
};

/** One thing that waits: who, what, the date with what it is, and the one act that leads there. */
export const Line = ({ line }: { readonly line: DueLine }) => {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const { person } = line;
  const said = line.names === undefined ? line.text : { words: line.names[preferences.language], lang: preferences.language };
  const { key, ...values } = wordsOfLine(line);
  const act = t(`enums:duePlace.${line.place}`);
  return (
    <li className="v-due">
      <span>
        <Link className="v-due-name" to={personPath(person.id)}>
          {person.name}
        </Link>
        <span className="v-due-who">{[person.code, person.unit].filter((part) => part !== undefined).join(' · ')}</span>
      </span>
      <span>
        <Tag tone={tones[line.kind] ?? 'plain'}>{t(`enums:dueKind.${line.kind}`)}</Tag>
        {said === undefined ? (
          <span className="v-due-what">{t(key, values)}</span>
        ) : (
          <span className="v-due-what">
            <span lang={said.lang}>{said.words}</span>
            {line.count === undefined ? null : <span className="v-soft"> · {t('home:line.STEP_MORE', { count: line.count - 1 })}</span>}
          </span>
        )}
      </span>
      <DueDay line={line} />
      <Link className="v-button" data-variant="quiet" to={pathOfLine(line)} aria-label={`${act}: ${person.name}`} onKeyDown={moveFocus}>
        {act}
      </Link>
    </li>
  );
};

/** The date, and what it is. */
const DueDay = ({ line }: { readonly line: DueLine }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const days = useDayText();
  const late = isLate(line);
  const { on, what } = line;
  return (
    <span className="v-due-day" {...(late ? { 'data-late': '' } : {})}>
      {isWordDate(what) ? (
        <span>
          {t(`enums:dueDate.${what}`)} <span className="v-number">{date(on)}</span>
          {late ? ` · ${t('home:late')}` : null}
        </span>
      ) : (
        <>
          <span className="v-number">{date(on)}</span>
          <span className="v-due-who">{days({ kind: what, date: on, isRelease: line.isRelease, days: line.days }).whole}</span>
        </>
      )}
    </span>
  );
};
