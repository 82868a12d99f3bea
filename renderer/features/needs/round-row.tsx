import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Basis, Statement } from '../../../shared/domain/base.ts';
import type { NeedDomain } from '../../../shared/domain/needs.ts';
import { AnswerStrip } from './answer-strip.tsx';
import { takesLine, type AnswerChoice } from './answers.ts';
import { LineField } from './line-field.tsx';
import { Statements } from './statements.tsx';
import type { TypedLine } from './typed-lines.ts';

interface RoundRowProps {
  readonly domain: NeedDomain;
  readonly value: AnswerChoice | undefined;
  readonly statements: readonly Statement[];
  readonly helpId: string;
  readonly typed: TypedLine;
  readonly onTyped: (change: (now: TypedLine) => TypedLine) => void;
  readonly onAnswer: (choice: AnswerChoice) => void;
  readonly onSay: (text: string, basis: Basis) => Promise<boolean>;
  readonly onMove: (by: 1 | -1) => void;
}

/** One domain of a round: its answers, what was said, and room for a line where something was answered. */
export const RoundRow = ({ domain, value, statements, helpId, typed, onTyped, onAnswer, onSay, onMove }: RoundRowProps) => {
  const { t } = useTranslation();
  const id = useId();
  const line = useRef<HTMLInputElement>(null);
  const name = t(`enums:needDomain.${domain}`);
  return (
    <li className="v-domain" data-domain={domain}>
      <span id={id} className="v-domain-name">
        {name}
      </span>
      <AnswerStrip labelledBy={id} value={value} onAnswer={onAnswer} onMove={onMove} onWrite={() => line.current?.focus()} />
      {statements.length === 0 && !takesLine(value) ? null : (
        <div className="v-domain-words">
          <Statements statements={statements} />
          {takesLine(value) ? <LineField domain={name} typed={typed} onTyped={onTyped} helpId={helpId} onSay={onSay} onDone={() => onMove(1)} inputRef={line} /> : null}
        </div>
      )}
    </li>
  );
};
