import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { Keys } from './keys.tsx';

export interface SearchFieldProps {
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
  /** id of the input */
  readonly id: string;
  /** the keys that bring the focus here, shown while the field is empty */
  readonly keys?: string;
}

/** A search that acts while typing; Escape clears it. Its label is its placeholder, and its name for screen readers. */
export const SearchField = ({ label, clearLabel, value, onChange, onBlur, id, keys }: SearchFieldProps) => (
  <AriaSearchField aria-label={label} value={value} onChange={onChange} onBlur={onBlur} autoComplete="off" spellCheck="false" className="v-search">
    <Group className="v-input">
      <Input placeholder={label} maxLength={100} id={id} />
      {value === '' ? (
        keys === undefined ? null : <Keys>{keys}</Keys>
      ) : (
        <Button className="v-inset" aria-label={clearLabel}>
          ✕
        </Button>
      )}
    </Group>
  </AriaSearchField>
);
