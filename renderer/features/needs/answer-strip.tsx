import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerChoices, choiceOfKey, type AnswerChoice } from './answers.ts';

interface AnswerStripProps {
  /** id of the element that names the domain */
  readonly labelledBy: string;
  readonly value: AnswerChoice | undefined;
  readonly onAnswer: (choice: AnswerChoice) => void;
  /** up and down lead to the neighbouring domain, Enter to the line in words */
  readonly onMove: (by: 1 | -1) => void;
  readonly onWrite: () => void;
  /** `+`: asks the domain one by one, where that can be done from here */
  readonly onDeepen?: (() => void) | undefined;
  /** `=`: as last time, where there was a last time */
  readonly onSame?: (() => void) | undefined;
}

/**
 * The six answers of a domain in words, one of them given. Left and right only move the focus: each answer is saved and
 * written in the record of access, so passing over one must not give it. Space, a press or its key gives it.
 */
export const AnswerStrip = ({ labelledBy, value, onAnswer, onMove, onWrite, onDeepen, onSame }: AnswerStripProps) => {
  const { t } = useTranslation();
  const strip = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<AnswerChoice>(value ?? 'NONE');
  const given = (choice: AnswerChoice) => {
    setFocused(choice);
    onAnswer(choice);
    strip.current?.querySelector<HTMLElement>(`[data-choice="${choice}"]`)?.focus({ preventScroll: true });
  };
  const step = (by: number) => {
    const next = answerChoices[answerChoices.indexOf(focused) + by];
    if (next === undefined) return;
    setFocused(next);
    strip.current?.querySelector<HTMLElement>(`[data-choice="${next}"]`)?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => onMove(1),
      ArrowUp: () => onMove(-1),
      ArrowRight: () => step(1),
      ArrowLeft: () => step(-1),
      Enter: onWrite,
      ...(onDeepen === undefined ? {} : { '+': onDeepen }),
      ...(onSame === undefined ? {} : { '=': onSame }),
    };
    const choice = choiceOfKey(event.key);
    const act = choice === undefined ? moves[event.key] : () => given(choice);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <div ref={strip} className="v-answers" role="radiogroup" tabIndex={-1} aria-labelledby={labelledBy} onKeyDown={onKeyDown}>
      {answerChoices.map((choice) => (
        <button
          key={choice}
          type="button"
          role="radio"
          className="v-answer"
          aria-checked={choice === value}
          aria-label={t(`needs:choiceFull.${choice}`)}
          data-choice={choice}
          tabIndex={choice === focused ? 0 : -1}
          onFocus={() => setFocused(choice)}
          onClick={() => given(choice)}
        >
          {t(`needs:choice.${choice}`)}
        </button>
      ))}
    </div>
  );
};
