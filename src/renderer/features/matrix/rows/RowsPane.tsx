import { Plus, Search } from 'lucide-react'
import { type DragEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { RowList } from '../../../../shared/escalation/finding.ts'
import { useMatrixPlace } from '../../../state/matrix-place.ts'
import { AnchoredPopover } from '../../../ui/AnchoredPopover.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { VirtualGrid, type VirtualGridHandle } from '../../../ui/VirtualGrid.tsx'
import { sentenceOf, sentenceText } from '../../../words/row-sentence.ts'
import { rowKey, rowsOf } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'
import { PartEditor } from '../editors/PartEditor.tsx'
import { PartHead } from '../PartHead.tsx'
import { SentenceRow } from './SentenceRow.tsx'
import { useRowWork } from './useRowWork.ts'

const ROW_HEIGHT = 60
/** From how many rows on one looks for them by typing. */
const MANY = 8

/** The rows of one list, each a sentence, in the order they are tried. */
export function RowsPane({ list }: { list: RowList }) {
  const { doc, change, say, findings } = useEditing()
  const texts = say.words.matrix
  const grid = useRef<VirtualGridHandle>(null)
  const keysId = useId()
  const rows = rowsOf(doc, list)
  const [query, setQuery] = useState('')
  const wantedText = useDeferredValue(query.trim().toLocaleLowerCase())
  const shown = useMemo(() => {
    const places = rows.map((_, place) => place)
    if (!wantedText) return places
    return places.filter((place) => {
      const row = rows[place]
      return row && sentenceTextOf(list, row, say).includes(wantedText)
    })
  }, [rows, list, say, wantedText])
  const work = useRowWork(list, { grid, shown })
  useWantedRow(list, grid, () => setQuery(''))

  const drop = (event: DragEvent) => {
    event.preventDefault()
    const over = (event.target as HTMLElement).closest<HTMLElement>('[role=row]')
    if (over) work.drop(Number(over.dataset['index']), isLowerHalf(event, over))
  }
  return (
    <div className="matrix-pane matrix-pane-rows">
      <PartHead
        part={list}
        count={rows.length}
        actions={
          <>
            {rows.length > MANY && (
              <TextField
                aria-label={texts.grid.filter}
                placeholder={texts.grid.filter}
                icon={<Search size={14} aria-hidden />}
                value={query}
                onChange={setQuery}
              />
            )}
            {change && (
              <Button icon={<Plus aria-hidden />} onClick={() => work.add(rows.length)}>
                {texts.grid.add}
              </Button>
            )}
          </>
        }
      />
      {rows.length === 0 && <EmptyState title={texts.grid.empty.title} text={texts.grid.empty.text} />}
      {rows.length > 0 && shown.length === 0 && <EmptyState title={texts.grid.noneFound} />}
      {shown.length > 0 && (
        // biome-ignore lint/a11y/noStaticElementInteractions: dragging has its keys, Alt with an arrow
        <div
          className="matrix-rows"
          onDragOver={(event) => {
            if (work.dragged === null) return
            event.preventDefault()
            markDrop(event)
          }}
          onDrop={drop}
        >
          {change && (
            <p id={keysId} className="tl-visually-hidden">
              {texts.grid.keys}
            </p>
          )}
          <VirtualGrid
            ref={grid}
            label={texts.parts[list]}
            describedBy={change ? keysId : undefined}
            count={shown.length}
            keyOf={(at) => rows[shown[at] ?? 0]?.id ?? String(at)}
            rowHeight={ROW_HEIGHT}
            held={work.dragged === null ? -1 : shown.indexOf(work.dragged)}
            onMove={change ? work.step : undefined}
            onRemove={change ? (at) => work.remove(shown[at] ?? 0) : undefined}
            renderRow={(at, cell) => {
              const place = shown[at] ?? 0
              const row = rows[place]
              return (
                row && (
                  <SentenceRow
                    list={list}
                    row={row}
                    place={place}
                    count={rows.length}
                    cell={cell}
                    say={say}
                    findings={findings.byRow.get(rowKey({ list, id: row.id }))}
                    handling={change ? work.handling : null}
                  />
                )
              )
            }}
          />
        </div>
      )}
      {work.opened && (
        <AnchoredPopover
          key={`${work.opened.place}:${work.opened.part}`}
          anchor={work.opened.chip}
          label={say.words.matrixRows.part[work.opened.part]}
          wide={work.opened.part === 'chain'}
          onClose={work.close}
        >
          <PartEditor
            row={work.opened.row}
            part={work.opened.part}
            onChange={work.put}
            onClose={work.close}
          />
        </AnchoredPopover>
      )}
      <div role="status" className="tl-visually-hidden">
        {work.said}
      </div>
    </div>
  )
}

function sentenceTextOf(...[list, row, say]: Parameters<typeof sentenceOf>): string {
  return `${sentenceText(sentenceOf(list, row, say))} ${row.id}`.toLocaleLowerCase()
}

/** Somebody was sent to a row of this list: it comes into view with the focus on it. */
function useWantedRow(list: RowList, grid: { current: VirtualGridHandle | null }, show: () => void): void {
  const { wanted, shown } = useMatrixPlace()
  const { doc } = useEditing()
  useEffect(() => {
    if (wanted?.list !== list) return
    const place = rowsOf(doc, list).findIndex((row) => row.id === wanted.id)
    shown()
    if (place < 0) return
    show()
    // All rows are drawn again first, where only some had been looked for.
    requestAnimationFrame(() => grid.current?.focusRow(place))
  })
}

function isLowerHalf(event: DragEvent, row: HTMLElement): boolean {
  const { top, height } = row.getBoundingClientRect()
  return event.clientY > top + height / 2
}

/** Shows where the row would land; the marks go with the drag. */
function markDrop(event: DragEvent): void {
  const all = event.currentTarget as HTMLElement
  for (const one of all.querySelectorAll('[data-drop]')) one.removeAttribute('data-drop')
  const over = (event.target as HTMLElement).closest<HTMLElement>('[role=row]')
  over?.setAttribute('data-drop', isLowerHalf(event, over) ? 'below' : 'above')
}
