import { Plus } from 'lucide-react'
import { type FocusEvent, type ReactNode, useEffect } from 'react'
import {
  holdList,
  loadMore,
  refresh,
  selectRow,
  showList,
  showNow,
  useList,
  viewOf
} from '../../state/list.ts'
import type { Place, Which } from '../../state/navigation.ts'
import { useSettings } from '../../state/settings.ts'
import { rowHeights } from '../../ui/appearance.ts'
import { Button } from '../../ui/Button.tsx'
import { Count } from '../../ui/Count.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { NewItems } from '../../ui/NewItems.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { CaseRowView } from './CaseRowView.tsx'
import { QueueEmpty } from './QueueEmpty.tsx'
import './queue.css'

const SNIPPET = 16
const WHICH: readonly Which[] = ['open', 'unowned', 'ended']

/** A list of cases: its name, which of them, and the rows. Nothing in it moves while somebody is in it. */
export function QueuePane({
  place,
  title,
  onPlace,
  onPreview,
  onOpen,
  onSearch,
  onNewCase,
  onOpenQueue
}: {
  place: Place
  title: string
  onPlace: (place: Place) => void
  /** The selection moved here: show the case beside the list. */
  onPreview: (caseId: string) => void
  /** Go on in the case itself. */
  onOpen: (caseId: string) => void
  onSearch: () => void
  onNewCase: () => void
  /** To the queue one would look into first. */
  onOpenQueue: () => void
}) {
  const words = useWords()
  const format = useFormat()
  const { total, added, gone } = useList()
  const view = viewOf(place)
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget) && !event.currentTarget.matches(':hover'))
      holdList(false)
  }
  const key = JSON.stringify(view)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the view
  useEffect(() => showList(view), [key])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears whether somebody is in the list or on the way to its news
    <div
      className="tl-queue"
      onPointerEnter={() => holdList(true)}
      onPointerLeave={(event) => holdList(event.currentTarget.contains(document.activeElement))}
      onFocus={() => holdList(true)}
      onBlur={leave}
    >
      <header className="tl-queue-head">
        <h2 className="tl-cut">{title}</h2>
        {total !== null && <Count value={format.number(total)} label={words.frame.cases(total)} />}
        <span className="tl-grow" />
        <NewItems label={news(words.queue, added, gone)} onClick={showNow} />
        <IconButton
          size="small"
          label={words.frame.newCase}
          keys="Shift+N"
          icon={<Plus aria-hidden />}
          onClick={onNewCase}
        />
      </header>
      {place.kind === 'queue' && (
        <div className="tl-queue-filters">
          <RadioGroup
            look="segments"
            aria-label={words.queue.filters.label}
            value={place.which}
            onChange={(which) => onPlace({ ...place, which })}
            options={WHICH.map((which) => ({ value: which, label: words.queue.filters[which] }))}
          />
        </div>
      )}
      <Rows
        title={title}
        isSearch={place.kind === 'search'}
        isOneQueue={place.kind === 'queue'}
        onPreview={onPreview}
        onOpen={onOpen}
        empty={
          <QueueEmpty
            place={place}
            onWay={(way) => {
              if (way === 'search') onSearch()
              else if (way === 'newCase') onNewCase()
              else if (way === 'showOpen' && place.kind === 'queue') onPlace({ ...place, which: 'open' })
              else if (way === 'openQueue') onOpenQueue()
              else onPlace({ kind: 'work' })
            }}
          />
        }
      />
    </div>
  )
}

function Rows({
  title,
  isSearch,
  isOneQueue,
  onPreview,
  onOpen,
  empty
}: {
  title: string
  isSearch: boolean
  isOneQueue: boolean
  onPreview: (caseId: string) => void
  onOpen: (caseId: string) => void
  empty: ReactNode
}) {
  const words = useWords()
  const { rows, state, next, total, selectedId } = useList()
  const { density } = useSettings()
  const idAt = (index: number) => rows[index]?.id
  if (state === 'failed') return <Failed />
  if (state === 'loading' && rows.length === 0) {
    return (
      <div className="tl-queue-skeleton">
        <Skeleton label={words.frame.loading} lines={8} />
      </div>
    )
  }
  return (
    <div className="tl-queue-body">
      <VirtualList
        label={words.queue.listOf(title)}
        count={rows.length}
        keyOf={(index) => idAt(index) ?? `${index}`}
        rowHeight={rowHeights[density] + (isSearch ? SNIPPET : 0)}
        activeIndex={rows.findIndex((row) => row.id === selectedId)}
        onActiveChange={(index) => {
          const id = idAt(index)
          if (!id) return
          selectRow(id)
          onPreview(id)
        }}
        onOpen={(index) => {
          const id = idAt(index)
          if (id) onOpen(id)
        }}
        total={total ?? undefined}
        onLoadMore={next === null ? undefined : () => void loadMore()}
        loadingRow={<div className="tl-queue-tail tl-dim">{words.queue.more}</div>}
        empty={empty}
        renderRow={(index) => {
          const row = rows[index]
          return row && <CaseRowView row={row} isOneQueue={isOneQueue} />
        }}
      />
    </div>
  )
}

function news(
  words: { newCases: (count: number) => string; tidy: (count: number) => string },
  added: number,
  gone: number
): string | null {
  if (added > 0) return words.newCases(added)
  return gone > 0 ? words.tidy(gone) : null
}

function Failed() {
  const { queue, frame } = useWords()
  return (
    <ErrorState
      title={queue.failed.title}
      why={queue.failed.why}
      next={queue.failed.next}
      action={<Button onClick={() => void refresh()}>{frame.retry}</Button>}
    />
  )
}
