import { useState } from 'react'
import { type Density, rowHeights } from '../ui/appearance.ts'
import { Count } from '../ui/Count.tsx'
import { DataTable, type Sort } from '../ui/DataTable.tsx'
import { KeyValueList } from '../ui/KeyValueList.tsx'
import { NewItems } from '../ui/NewItems.tsx'
import { SectionHeader } from '../ui/SectionHeader.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { VirtualList } from '../ui/VirtualList.tsx'
import { Card } from './Card.tsx'
import { CaseRow } from './CaseRow.tsx'

const ALL = 120_000
const PAGE = 500
const teams = [
  { id: 'a', team: 'L1 Front line', waiting: 42, share: '79 %' },
  { id: 'b', team: 'L2 Billing', waiting: 11, share: '17 %' },
  { id: 'c', team: 'L3 Core', waiting: 3, share: '4 %' }
]

export function ListsGallery({ density }: { density: Density }) {
  const [active, setActive] = useState(2)
  const [count, setCount] = useState(PAGE)
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set([4, 5]))
  const [fresh, setFresh] = useState(true)
  const [sort, setSort] = useState<Sort>({ by: 'waiting', descending: true })
  const [open, setOpen] = useState(true)
  useShortcuts('In a list', [
    {
      id: 'list.next',
      keys: 'J',
      label: 'Next case',
      repeats: true,
      run: () => setActive(Math.min(count - 1, active + 1))
    },
    {
      id: 'list.previous',
      keys: 'K',
      label: 'Previous case',
      repeats: true,
      run: () => setActive(Math.max(0, active - 1))
    }
  ])
  const toggle = (index: number) => {
    const next = new Set(ticked)
    if (!next.delete(index)) next.add(index)
    setTicked(next)
  }
  return (
    <div className="gallery-grid">
      <Card name="VirtualList: 120,000 rows, NewItems">
        <div className="gallery-list tl-pane">
          <NewItems label={fresh ? '3 new' : null} onClick={() => setFresh(false)} />
          <VirtualList
            label="Cases in L1 Front line"
            count={count}
            total={ALL}
            keyOf={(index) => `${index}`}
            rowHeight={rowHeights[density]}
            activeIndex={active}
            onActiveChange={setActive}
            isSelected={(index) => ticked.has(index)}
            onToggle={toggle}
            {...(count < ALL && { onLoadMore: () => setCount(Math.min(ALL, count + PAGE)) })}
            renderRow={(index) => <CaseRow index={index} />}
          />
        </div>
      </Card>
      <Card name="DataTable">
        <DataTable
          caption="Teams"
          rows={[...teams].sort((a, b) => (sort.descending ? b.waiting - a.waiting : a.waiting - b.waiting))}
          keyOf={(row) => row.id}
          sort={sort}
          onSort={setSort}
          isCurrent={(row) => row.id === 'b'}
          columns={[
            { id: 'team', header: 'Team', cell: (row) => row.team },
            { id: 'waiting', header: 'Waiting', align: 'end', sortable: true, cell: (row) => row.waiting },
            { id: 'share', header: 'Share', align: 'end', cell: (row) => row.share }
          ]}
        />
      </Card>
      <Card name="SectionHeader, KeyValueList">
        <SectionHeader
          title="Customer"
          level={4}
          count={<Count value={3} />}
          open={open}
          onToggle={() => setOpen(!open)}
        />
        {open && (
          <KeyValueList
            items={[
              { id: 'n', label: 'Name', value: 'Lucía Fernández' },
              { id: 'e', label: 'Email', value: 'lucia.fernandez.with.a.very.long.address@example.org' },
              { id: 's', label: 'Segment', value: 'Person' }
            ]}
          />
        )}
        <KeyValueList
          stacked
          items={[
            {
              id: 'a',
              label: 'What the customer needs',
              value: 'Her money back before the rent is due on Friday.'
            }
          ]}
        />
      </Card>
    </div>
  )
}
