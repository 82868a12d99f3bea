import { useTranslation } from 'react-i18next';
import type { ChecklistLine } from '../../../shared/contract/release.ts';
import { ChecklistItemState, stateOf } from '../../../shared/domain/checklist.ts';
import { usePreferences } from '../../app/preferences-context.tsx';
import { useSession, userName } from '../../app/session-context.tsx';
import { useDateText } from '../../app/words.ts';
import { BareSelect } from '../../design/bare-select.tsx';
import { Checkbox } from '../../design/choice.tsx';
import { Tag, type Tone } from '../../design/tag.tsx';
import { waysOf, type ItemMarks } from './use-item-marks.ts';

/** A refusal has no colour: it is a choice. */
const tones: Readonly<Record<ChecklistItemState, Tone>> = { OPEN: 'plain', REQUESTED: 'warn', DONE: 'done', NOT_POSSIBLE: 'warn', REFUSED: 'plain', NOT_APPLICABLE: 'plain' };

/** When an item is due: its day, or how far from release while no day is known. */
const useDue = (): ((line: ChecklistLine) => string) => {
  const { t } = useTranslation();
  const date = useDateText();
  return ({ on, item: { dueOffsetDays } }) => {
    if (on !== undefined) return date(on);
    if (dueOffsetDays === 0) return t('release:item.onTheDay');
    return t(dueOffsetDays < 0 ? 'release:item.daysBefore' : 'release:item.daysAfter', { count: Math.abs(dueOffsetDays) });
  };
};

/** One item: ticked where it is done, with what it is, who sees to it, its day and its state. */
export const ItemLine = ({ line, marks }: { readonly line: ChecklistLine; readonly marks: ItemMarks | undefined }) => {
  const { t } = useTranslation();
  const { status } = useSession();
  const { preferences } = usePreferences();
  const due = useDue();
  const date = useDateText();
  const { item, late, asked } = line;
  const name = item.names[preferences.language];
  const state = stateOf(item);
  const last = item.marks.at(-1);
  const marked = last === undefined || state === 'OPEN' ? [] : [`${date(last.on)}${userName(status, last.by) === undefined ? '' : `, ${userName(status, last.by)}`}`];
  const facts = [
    t(`enums:checklistOwner.${item.owner}`),
    ...(item.required ? [] : [t('release:item.optional')]),
    ...(item.left === true ? [t('release:item.left')] : asked ? [] : [t('release:item.needsConsent')]),
    ...(state === 'OPEN' || state === 'REQUESTED' ? [t('release:item.evidence', { evidence: t(`enums:checklistEvidence.${item.evidence}`) })] : []),
    ...marked,
    ...(last?.note === undefined ? [] : [last.note]),
  ].join(' · ');
  const words = (
    <span>
      {name} {late ? <Tag tone="danger">{t('release:item.late')}</Tag> : null} {item.critical === undefined || state !== 'OPEN' ? null : <Tag tone="warn">{t('release:item.critical')}</Tag>} <span className="v-soft">· {facts}</span>
    </span>
  );
  return (
    <li className="v-step-line">
      {marks === undefined ? (
        words
      ) : (
        <Checkbox aria-label={t('release:item.tick', { item: name })} isSelected={state === 'DONE'} onChange={(done) => marks.tick(item, done)}>
          {words}
        </Checkbox>
      )}
      <span className="v-row" data-end="">
        <span className="v-soft v-number">{due(line)}</span>
        {marks === undefined ? (
          <Tag tone={tones[state]}>{t(`enums:checklistItemState.${state}`)}</Tag>
        ) : (
          <BareSelect
            label={t('release:item.state', { item: name })}
            value={state}
            onChange={(to) => marks.go(item, ChecklistItemState.parse(to))}
            options={waysOf(state).map((way) => ({ id: way.state, label: t(`enums:checklistItemState.${way.state}`) }))}
          />
        )}
      </span>
    </li>
  );
};
