import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

export type TabEntry<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  /** Beside the label: `24`, `1/2`. */
  readonly count?: string | undefined;
  readonly tone?: 'neutral' | 'warn' | 'block';
  /** What the count counts, for screen readers: `2 blocking`. */
  readonly countLabel?: string;
  readonly panel: ReactNode;
};

export type TabsProps<Id extends string> = {
  readonly label: string;
  readonly entries: readonly TabEntry<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
};

const Count = ({ entry }: { readonly entry: TabEntry<string> }) =>
  entry.count === undefined ? null : (
    <span className={`count ${entry.tone ?? 'neutral'}`}>
      <span aria-hidden={entry.countLabel !== undefined}>{entry.count}</span>
      {entry.countLabel ? <span className="visually-hidden">, {entry.countLabel}</span> : null}
    </span>
  );

/** Tabs in a 40-pixel header over their panels, which fill what is left; only the selected panel exists. */
export const Tabs = <Id extends string>({ label, entries, selected, onSelect }: TabsProps<Id>) => (
  <AriaTabs className="tabs" selectedKey={selected} onSelectionChange={(key) => onSelect(key as Id)}>
    <TabList className="tab-list" aria-label={label}>
      {entries.map((entry) => (
        <Tab key={entry.id} id={entry.id} className="tab">
          {entry.label}
          <Count entry={entry} />
        </Tab>
      ))}
    </TabList>
    {entries.map((entry) => (
      <TabPanel key={entry.id} id={entry.id} className="tab-panel">
        {entry.panel}
      </TabPanel>
    ))}
  </AriaTabs>
);
