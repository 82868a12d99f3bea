import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useAction } from '../../app/use-action.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { TextField } from '../../design/text-field.tsx';

interface NumberLineProps {
  /** what number it is, for the field and for screen readers */
  readonly label: string;
  readonly value: string | undefined;
  /** writes it down; absent: this user may not */
  readonly onSave: ((number: string) => Promise<void>) | undefined;
}

/** Whoever asked for the field wants to type into it. */
const focusIt = (input: HTMLInputElement | null): void => input?.focus();

/** A number of the register: shown, or written down when the register has given it. */
export const NumberLine = ({ label, value, onSave }: NumberLineProps) => {
  const { t } = useTranslation();
  const work = useAction();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const number = typed?.trim() ?? '';
  const save = async () => {
    if (onSave === undefined || number === '') return;
    const done = await work.run(() => onSave(number));
    if (done !== undefined) setTyped(undefined);
  };
  if (typed === undefined) {
    return (
      <Row>
        <span className={value === undefined ? 'v-soft' : 'v-number v-strong'}>{value ?? t('handover:number.none')}</span>
        {onSave === undefined ? null : (
          <Button variant="link" onPress={() => setTyped(value ?? '')} aria-label={t(value === undefined ? 'handover:number.addTo' : 'handover:number.changeOf', { what: label })}>
            {t(value === undefined ? 'handover:number.add' : 'handover:number.change')}
          </Button>
        )}
      </Row>
    );
  }
  return (
    <form
      className="v-stack"
      data-gap={1}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ProblemNotice problem={work.problem} />
      <Row bottom>
        <TextField label={label} value={typed} onChange={setTyped} width="short" maxLength={200} inputRef={focusIt} />
        <Button type="submit" isPending={work.pending}>
          {t('common:act.save')}
        </Button>
        <Button variant="plain" onPress={() => setTyped(undefined)}>
          {t('common:act.cancel')}
        </Button>
      </Row>
    </form>
  );
};
