import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isOther, type NeedCode } from '../../../shared/domain/needs-catalogue.ts';
import { NeedUrgency, type NeedDomain, type NeedItem } from '../../../shared/domain/needs.ts';
import { BareSelect } from '../../design/bare-select.tsx';
import { LeaveOutHint } from '../../design/leave-out-hint.tsx';
import { AnswerStrip } from './answer-strip.tsx';
import { takesLine, type AnswerChoice } from './answers.ts';

interface ItemRowProps {
  readonly domain: NeedDomain;
  readonly code: NeedCode;
  /** the need in words, as the form of the round asks it */
  readonly name: string;
  readonly value: AnswerChoice;
  readonly item: NeedItem | undefined;
  /** words for what the catalogue does not name, as they are typed */
  readonly detail: string;
  readonly onDetail: (text: string) => void;
  readonly onAnswer: (choice: AnswerChoice, more: Pick<NeedItem, 'urgency' | 'detail'>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onWrite: () => void;
}

const NOT_SAID = 'NOT_SAID';

/** One need of the catalogue: asked and none, a need with its level and time, not answered, or not asked. */
export const ItemRow = ({ domain, code, name, value, item, detail, onDetail, onAnswer, onMove, onWrite }: ItemRowProps) => {
  const { t } = useTranslation();
  const id = useId();
  const wrong = useId();
  const words = useRef<HTMLInputElement>(null);
  const other = isOther(code);
  const told = detail.trim();
  const more = (choice: AnswerChoice): Pick<NeedItem, 'urgency' | 'detail'> => ({
    ...(takesLine(choice) && item?.urgency !== undefined ? { urgency: item.urgency } : {}),
    ...(other && told !== '' ? { detail: told } : {}),
  });
  const answer = (choice: AnswerChoice) => {
    // another need is said before it is weighed
    if (other && takesLine(choice) && told === '') words.current?.focus();
    else onAnswer(choice, more(choice));
  };
  return (
    <li className="v-domain" data-code={code}>
      <span id={id} className="v-domain-name">
        {name}
      </span>
      <AnswerStrip labelledBy={id} value={value} onAnswer={answer} onMove={onMove} onWrite={onWrite} />
      {takesLine(value) || other ? (
        <div className="v-domain-words">
          <div className={takesLine(value) ? 'v-line' : 'v-contents'}>
            {takesLine(value) ? (
              <BareSelect
                label={t('needs:long.urgency', { need: name })}
                value={item?.urgency ?? NOT_SAID}
                onChange={(chosen) => {
                  const urgency = NeedUrgency.safeParse(chosen);
                  onAnswer(value, { ...(urgency.success ? { urgency: urgency.data } : {}), ...(other && told !== '' ? { detail: told } : {}) });
                }}
                options={[{ id: NOT_SAID, label: t('needs:long.urgencyNone') }, ...NeedUrgency.options.map((option) => ({ id: option, label: t(`enums:needUrgency.${option}`) }))]}
              />
            ) : null}
            {other ? (
              <input
                ref={words}
                className="v-input"
                value={detail}
                maxLength={200}
                autoComplete="off"
                aria-label={`${t('needs:long.detail')}: ${t(`enums:needDomain.${domain}`)}`}
                aria-describedby={wrong}
                placeholder={t('needs:long.detail')}
                onChange={({ target }) => onDetail(target.value)}
                onBlur={() => {
                  if (takesLine(value) && told !== '' && told !== item?.detail) onAnswer(value, more(value));
                }}
              />
            ) : null}
          </div>
          {other ? <LeaveOutHint text={detail} /> : null}
          {other ? (
            <p id={wrong} className="v-small v-soft">
              {t('needs:long.detailHint')}
            </p>
          ) : null}
        </div>
      ) : null}
    </li>
  );
};
