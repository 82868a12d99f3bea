import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { Choice } from './select.tsx';

/** One of two or three ways to look at the same thing, beside each other. Arrow keys move between them. */
export const Toggle = ({ label, value, onChange, options }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly options: readonly Choice[] }) => (
  <ToggleButtonGroup
    className="v-toggle"
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const [key] = keys;
      if (key !== undefined) onChange(String(key));
    }}
  >
    {options.map((option) => (
      <ToggleButton key={option.id} id={option.id} className="v-toggle-part">
        {option.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
