import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { TextField } from 'react-aria-components/TextField';
import { Keys } from './keys.tsx';

export interface Found {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  /** the keys that do the same */
  readonly keys?: string | undefined;
}

export interface FoundGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Found[];
}

export interface FinderProps {
  readonly label: string;
  /** shown above the input; without it the label is only spoken */
  readonly showLabel?: boolean;
  readonly placeholder?: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly groups: readonly FoundGroup[];
  /** the groups answer what is typed now; until then Enter waits */
  readonly ready: boolean;
  readonly onPick: (id: string) => void;
  /** said when something is typed and nothing found */
  readonly none: string;
  readonly startsHere?: boolean;
  readonly framed?: boolean;
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
  /** Backspace in the empty field */
  readonly onBack?: () => void;
}

/**
 * Takes away a pointer to an option that typing has just removed: Autocomplete sets it half a second late, and a reader
 * told of an option that is not there says nothing at all. @returns what ends it
 */
const noDangling = (place: HTMLElement | null): (() => void) => {
  const watch = new MutationObserver(() => {
    const field = place?.querySelector('[aria-activedescendant]');
    const named = field?.getAttribute('aria-activedescendant') ?? '';
    if (document.getElementById(named) === null) field?.removeAttribute('aria-activedescendant');
  });
  if (place !== null) watch.observe(place, { subtree: true, childList: true, attributeFilter: ['aria-activedescendant'] });
  return () => watch.disconnect();
};

/** Typing finds, arrows choose, Enter takes the chosen one or the first. The focus stays in the input. */
export const Finder = ({ label, showLabel = false, placeholder, typed, onType, groups, ready, onPick, none, startsHere = false, framed = false, onPaste, onBack }: FinderProps) => {
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const entered = useRef(false);
  const shown = groups.filter((group) => group.items.length > 0);
  const first = shown[0]?.items[0];
  useEffect(() => {
    if (!ready || !entered.current) return;
    entered.current = false;
    if (first !== undefined) onPick(first.id);
  }, [ready, first, onPick]);
  useEffect(() => {
    if (startsHere) input.current?.focus();
  }, [startsHere]);
  useEffect(() => noDangling(list.current), []);

  const onKeys = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && typed === '') onBack?.();
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (!ready) {
      entered.current = true;
      return;
    }
    const chosen = list.current?.querySelector<HTMLElement>('[role="option"][data-focused]')?.dataset['key'] ?? (typed.trim() === '' ? undefined : first?.id);
    if (chosen !== undefined) onPick(chosen);
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={onType}>
      <div ref={list} className="v-finder" onKeyDownCapture={onKeys}>
        <TextField className="v-field" {...(showLabel ? {} : { 'aria-label': label })} autoComplete="off" spellCheck="false">
          {showLabel ? <Label className="v-label">{label}</Label> : null}
          {/* oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- Autocomplete adds aria-controls, with the id it gives the list */}
          <Input ref={input} className="v-input" role="combobox" aria-haspopup="listbox" aria-expanded={shown.length > 0} maxLength={100} {...(placeholder === undefined ? {} : { placeholder })} {...(onPaste === undefined ? {} : { onPaste })} />
        </TextField>
        {shown.length === 0 && typed.trim() !== '' && ready ? (
          <p className="v-found-none" role="status">
            {none}
          </p>
        ) : null}
        {/* stays when it is empty: the input points to it */}
        <ListBox className="v-found" aria-label={label} selectionMode="none" {...(framed ? { 'data-framed': '' } : {})}>
          {shown.map((group) => (
            <ListBoxSection key={group.id} id={group.id} aria-label={group.title}>
              {shown.length === 1 && framed ? null : <Header className="v-menu-head">{group.title}</Header>}
              {group.items.map((item) => (
                <ListBoxItem key={item.id} id={item.id} className="v-option" textValue={item.label} onAction={() => onPick(item.id)}>
                  <span className="v-found-name">
                    <span>{item.label}</span>
                    {item.detail === undefined ? null : <span className="v-small v-soft">{item.detail}</span>}
                  </span>
                  {item.keys === undefined ? null : <Keys>{item.keys}</Keys>}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </div>
    </Autocomplete>
  );
};
