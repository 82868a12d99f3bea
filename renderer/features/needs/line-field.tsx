import { useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Basis, LONG_TEXT } from '../../../shared/domain/base.ts';
import { BareSelect } from '../../design/bare-select.tsx';
import { LeaveOutHint } from '../../design/leave-out-hint.tsx';
import type { TypedLine } from './typed-lines.ts';

interface LineFieldProps {
  readonly domain: string;
  /** what stands in the field and is not saved as a line yet */
  readonly typed: TypedLine;
  readonly onTyped: (change: (now: TypedLine) => TypedLine) => void;
  /** id of the help that says what does not belong here */
  readonly helpId: string;
  /** Saves the line; resolves to whether it was saved. */
  readonly onSay: (text: string, basis: Basis) => Promise<boolean>;
  readonly onDone: () => void;
  readonly inputRef: Ref<HTMLInputElement>;
}

/**
 * One line in words with what it rests on. It is saved by Enter and on leaving; a line that could not be saved stays in
 * the field. The basis stands first, so that on leaving the line it was already chosen.
 */
export const LineField = ({ domain, typed, onTyped, helpId, onSay, onDone, inputRef }: LineFieldProps) => {
  const { t } = useTranslation();
  const { text, basis } = typed;
  const saving = useRef(false);
  const save = async () => {
    const line = text.trim();
    if (line === '' || saving.current) return;
    saving.current = true;
    const saved = await onSay(line, basis);
    saving.current = false;
    if (saved) onTyped((now) => (now.text.trim() === line ? { ...now, text: '' } : now));
  };
  return (
    <>
      <div className="v-line">
        <BareSelect
          label={t('needs:round.basisOf', { domain })}
          value={basis}
          onChange={(id) => onTyped((now) => ({ ...now, basis: Basis.parse(id) }))}
          options={Basis.options.map((id) => ({ id, label: t(`enums:basis.${id}`) }))}
        />
        <input
          ref={inputRef}
          className="v-input"
          value={text}
          maxLength={LONG_TEXT}
          autoComplete="off"
          aria-label={t('needs:round.lineOf', { domain })}
          aria-describedby={helpId}
          placeholder={t('needs:round.line')}
          onChange={({ target }) => onTyped((now) => ({ ...now, text: target.value }))}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void save();
            onDone();
          }}
        />
      </div>
      <LeaveOutHint text={text} />
    </>
  );
};
