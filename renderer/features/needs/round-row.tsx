import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Basis, Statement } from '../../../shared/domain/base.ts';
import type { NeedDomain, Round } from '../../../shared/domain/needs.ts';
import { domainOf } from '../../../shared/domain/round-rules.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { AnswerStrip } from './answer-strip.tsx';
import { takesLine, type AnswerChoice } from './answers.ts';
import { confirmable, LastTime } from './last-time.tsx';
import { LineField } from './line-field.tsx';
import { Statements } from './statements.tsx';
import type { TypedLine } from './typed-lines.ts';

interface RoundRowProps {
  readonly domain: NeedDomain;
  readonly value: AnswerChoice | undefined;
  readonly statements: readonly Statement[];
  /** how many needs of the catalogue are listed here */
  readonly listed: number;
  readonly helpId: string;
  readonly round: Round;
  readonly earlier: Round | undefined;
  readonly typed: TypedLine;
  readonly onTyped: (change: (now: TypedLine) => TypedLine) => void;
  readonly onAnswer: (choice: AnswerChoice) => void;
  readonly onSay: (text: string, basis: Basis) => Promise<boolean>;
  readonly onMove: (by: 1 | -1) => void;
  readonly onConfirm: (fromRoundId: string) => void;
  readonly onDeepen: () => void;
}

/** One domain of a round: its answers, what was said, and room for a line where something was answered. */
export const RoundRow = ({ domain, value, statements, listed, helpId, round, earlier, typed, onTyped, onAnswer, onSay, onMove, onConfirm, onDeepen }: RoundRowProps) => {
  const { t } = useTranslation();
  const id = useId();
  const line = useRef<HTMLInputElement>(null);
  const from = confirmable(domain, earlier, value);
  const same = earlier !== undefined && domainOf(round, domain).confirmedFrom === earlier.id;
  const name = t(`enums:needDomain.${domain}`);
  return (
    <li className="v-domain" data-domain={domain}>
      <div className="v-domain-name">
        <span id={id}>{name}</span>
        {takesLine(value) || listed > 0 ? (
          <Row>
            <Button variant="link" excludeFromTabOrder aria-label={t('needs:long.openDomain', { domain: name })} onPress={onDeepen}>
              {t('needs:long.open')}
            </Button>
            {listed === 0 ? null : <span className="v-soft">{t('needs:long.listed', { count: listed })}</span>}
          </Row>
        ) : null}
      </div>
      <AnswerStrip labelledBy={id} value={value} onAnswer={onAnswer} onMove={onMove} onWrite={() => line.current?.focus()} onDeepen={onDeepen} onSame={from === undefined ? undefined : () => onConfirm(from.id)} />
      {statements.length === 0 && !takesLine(value) && from === undefined && !same ? null : (
        <div className="v-domain-words">
          <LastTime domain={domain} earlier={earlier} round={round} value={value} onConfirm={onConfirm} byKey />
          <Statements statements={statements} />
          {takesLine(value) ? <LineField domain={name} typed={typed} onTyped={onTyped} helpId={helpId} onSay={onSay} onDone={() => onMove(1)} inputRef={line} /> : null}
        </div>
      )}
    </li>
  );
};
