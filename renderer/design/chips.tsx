import { Button } from 'react-aria-components/Button';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';

/** Things chosen, each of which can be taken out again: with its cross, or with Delete when it has the focus. */
export const Chips = ({ label, items, onRemove, removeLabel }: { readonly label: string; readonly items: readonly { readonly id: string; readonly label: string }[]; readonly onRemove?: ((id: string) => void) | undefined; readonly removeLabel: (name: string) => string }) => (
  <TagGroup
    aria-label={label}
    className="v-chips-box"
    selectionMode="none"
    {...(onRemove === undefined
      ? {}
      : {
          onRemove: (keys: Set<string | number>) => {
            for (const key of keys) onRemove(String(key));
          },
        })}
  >
    <TagList className="v-chips">
      {items.map((item) => (
        <Tag key={item.id} id={item.id} className="v-chip" textValue={item.label}>
          {item.label}
          {onRemove === undefined ? null : (
            <Button slot="remove" className="v-inset" aria-label={removeLabel(item.label)}>
              ✕
            </Button>
          )}
        </Tag>
      ))}
    </TagList>
  </TagGroup>
);
