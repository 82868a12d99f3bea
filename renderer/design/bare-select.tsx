import { Button } from 'react-aria-components/Button';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Arrow, Options, type Choice } from './select.tsx';

/** A choice inside a table, whose row already says what it is about; its label is for screen readers. */
export const BareSelect = ({ label, value, onChange, options }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly options: readonly Choice[] }) => (
  <AriaSelect className="v-field" data-width="medium" aria-label={label} value={value} onChange={(key) => onChange(String(key))}>
    <Button className="v-input v-select">
      <SelectValue />
      <Arrow />
    </Button>
    <Options options={options} />
  </AriaSelect>
);
