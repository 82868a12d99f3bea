import type { ReactNode, Ref } from 'react';
import { Button } from '../../design/button.tsx';
import { TextField } from '../../design/text-field.tsx';

interface AddWordsProps {
  /** what stands in the field and is not added yet */
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly go: string;
  /** Adds; false when something else is still missing, and then the words stay in the field. */
  readonly onAdd: (words: string) => boolean;
  readonly inputRef: Ref<HTMLInputElement>;
  /** another choice that belongs to what is added, before the words */
  readonly children?: ReactNode;
}

/** Adds something by its words: with Enter, the button, or by going on, so that what was typed is never lost. */
export const AddWords = ({ words, onWords, label, hint, error, go, onAdd, inputRef, children }: AddWordsProps) => {
  const add = () => {
    if (words.trim() !== '' && onAdd(words.trim())) onWords('');
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div
        className="v-add"
        onBlur={(event) => {
          if (event.target instanceof HTMLInputElement && !event.currentTarget.contains(event.relatedTarget)) add();
        }}
      >
        {children}
        <TextField aboutPerson label={label} {...(hint === undefined ? {} : { hint })} error={error} value={words} onChange={onWords} maxLength={200} inputRef={inputRef} />
        <Button type="submit">{go}</Button>
      </div>
    </form>
  );
};
