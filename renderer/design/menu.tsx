import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Arrow, type Choice } from './select.tsx';

export interface MenuGroup {
  readonly id: string;
  readonly title: string;
  readonly options: readonly (Choice & { readonly lang?: string })[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** A button that opens a menu of groups, in each of which one thing is chosen. */
export const ChoiceMenu = ({ label, children, groups }: { readonly label: string; readonly children: ReactNode; readonly groups: readonly MenuGroup[] }) => (
  <MenuTrigger>
    <Button className="v-button" data-variant="plain" aria-label={label}>
      {children}
      <Arrow />
    </Button>
    <Popover className="v-popover" placement="bottom end">
      <AriaMenu aria-label={label}>
        {groups.map((group) => (
          <MenuSection
            key={group.id}
            id={group.id}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[group.selected]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : keys;
              if (key !== undefined) group.onSelect(String(key));
            }}
          >
            <Header className="v-menu-head">{group.title}</Header>
            {group.options.map((option) => (
              <MenuItem key={option.id} id={option.id} className="v-option" textValue={option.label}>
                <span {...(option.lang === undefined ? {} : { lang: option.lang })}>{option.label}</span>
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
