import { Tab, TabList, TabPanel, TabProvider } from '@ariakit/react/tab'
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

export type TabItem<Id extends string> = {
  id: Id
  label: ReactNode
  icon?: ReactNode
  count?: ReactNode
  /** Tints the tab and its panel, as for an internal note. */
  tint?: 'note' | undefined
}

/** Tabs over one panel. Arrows move between tabs; the panel shows the one selected. */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  end,
  children
}: {
  label: string
  tabs: readonly TabItem<Id>[]
  selected: Id
  onSelect: (id: Id) => void
  /** Stands at the end of the row of tabs. */
  end?: ReactNode
  /** What the selected tab shows. */
  children: ReactNode
}) {
  const base = useId()
  const select = (id: string | null | undefined) => {
    const tab = tabs.find((one) => `${base}${one.id}` === id)
    if (tab) onSelect(tab.id)
  }
  return (
    <TabProvider selectedId={`${base}${selected}`} setSelectedId={select}>
      <div className="tl-tabs">
        <div className="tl-tabs-row">
          <TabList aria-label={label} className="tl-tabs-list">
            {tabs.map((tab) => (
              <Tab
                key={tab.id}
                id={`${base}${tab.id}`}
                className={classNames('tl-tab', tab.tint && `tl-tab-${tab.tint}`)}
              >
                {tab.icon}
                {tab.label}
                {tab.count}
              </Tab>
            ))}
          </TabList>
          {end}
        </div>
        <TabPanel tabId={`${base}${selected}`} className="tl-tab-panel" focusable={false}>
          {children}
        </TabPanel>
      </div>
    </TabProvider>
  )
}
