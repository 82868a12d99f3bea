import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';

export interface TabPart {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

/** Parts of one page, one in sight. Arrow keys move between them. */
export const Tabs = ({ label, parts, selected, onSelect }: { readonly label: string; readonly parts: readonly TabPart[]; readonly selected: string; readonly onSelect: (id: string) => void }) => (
  <AriaTabs className="v-tabs" selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))}>
    <TabList className="v-tab-list" aria-label={label}>
      {parts.map((part) => (
        <Tab key={part.id} id={part.id} className="v-tab">
          {part.title}
        </Tab>
      ))}
    </TabList>
    {parts.map((part) => (
      <TabPanel key={part.id} id={part.id} className="v-tab-panel">
        {part.content}
      </TabPanel>
    ))}
  </AriaTabs>
);
