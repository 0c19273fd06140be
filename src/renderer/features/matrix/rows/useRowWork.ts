import { type RefObject, useMemo, useRef, useState } from 'react'
import type { RowList } from '../../../../shared/escalation/finding.ts'
import { useToasts } from '../../../state/toasts.ts'
import type { VirtualGridHandle } from '../../../ui/VirtualGrid.tsx'
import type { PartKey } from '../../../words/row-sentence.ts'
import {
  type AnyRow,
  addRow,
  duplicateRow,
  moveRow,
  putBackRow,
  putRow,
  removeRow,
  rowsOf
} from '../edit-rows.ts'
import { useEditing } from '../editing.ts'
import { newRow } from '../new-row.ts'
import type { RowAct } from './RowMenu.tsx'
import type { RowHandling } from './SentenceRow.tsx'

type Opened = { readonly place: number; readonly part: PartKey; readonly chip: HTMLElement }

/** Everything that can be done with the rows of a list; `shown` are the places of those on the page. */
export function useRowWork(
  list: RowList,
  { grid, shown }: { grid: RefObject<VirtualGridHandle | null>; shown: readonly number[] }
) {
  const { doc, change, say } = useEditing()
  const rows = rowsOf(doc, list)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const session = useRef(0)
  const { grid: texts } = say.words.matrix
  const row = opened && rows[opened.place]

  const focus = (place: number) => grid.current?.focusRow(Math.max(0, shown.indexOf(place)))
  const move = (from: number, to: number) => {
    const id = rows[from]?.id
    if (!change || id === undefined || to < 0 || to >= rows.length || to === from) return
    change((now) => moveRow(now, list, from, to))
    const { number } = say.format
    setSaid(texts.moved(id, number(to + 1), number(rows.length)))
    requestAnimationFrame(() => focus(to))
  }
  const add = (place: number) => {
    change?.((now) => addRow(now, list, place, newRow(now, list)))
    requestAnimationFrame(() => grid.current?.focusRow(place))
  }
  const remove = (place: number) => {
    const row = rows[place]
    if (!change || !row) return
    change((now) => removeRow(now, list, place))
    // This row, whatever was done since: the latest step need not be this one any more.
    const undo = () => change((now) => putBackRow(now, list, place, row))
    const action = { label: say.words.matrix.undo, onClick: undo }
    useToasts.getState().show({ id: 'matrix.removed', text: texts.removed(row.id), action })
    requestAnimationFrame(() => focus(Math.min(place, rows.length - 2)))
  }
  const act = (place: number, what: RowAct): void => {
    switch (what) {
      case 'up':
        return move(place, place - 1)
      case 'down':
        return move(place, place + 1)
      case 'top':
        return move(place, 0)
      case 'duplicate':
        change?.((now) => duplicateRow(now, list, place))
        return void requestAnimationFrame(() => grid.current?.focusRow(place + 1))
      case 'addBelow':
        return add(place + 1)
      case 'remove':
        return remove(place)
    }
  }
  // The rows keep these for good, and are drawn again only for what they show.
  const latest = useRef(act)
  latest.current = act
  const handling = useMemo(
    (): RowHandling => ({
      onEdit: (place, part, chip) => {
        session.current += 1
        setOpened({ place, part: part.key, chip })
      },
      onAct: (place, what) => latest.current(place, what),
      onDrag: (place) => {
        setDragged(place)
        if (place === null)
          for (const one of document.querySelectorAll('[data-drop]')) one.removeAttribute('data-drop')
      }
    }),
    []
  )
  return {
    opened: opened && row ? { ...opened, row } : null,
    dragged,
    said,
    handling,
    add,
    remove,
    /** Alt with an arrow: one place, among all rows even while only some are shown. */
    step: (at: number, by: -1 | 1) => move(shown[at] ?? 0, (shown[at] ?? 0) + by),
    /** The dragged row lands beside the row at `at`. */
    drop: (at: number, isBelow: boolean) => {
      const over = shown[at]
      if (dragged === null || over === undefined) return
      const gap = isBelow ? over + 1 : over
      move(dragged, gap > dragged ? gap - 1 : gap)
      setDragged(null)
    },
    put: (next: AnyRow) => {
      if (opened)
        change?.((now) => putRow(now, list, opened.place, next), `${list}.${opened.part}.${session.current}`)
    },
    close: () => {
      setOpened(null)
      if (opened && !opened.chip.isConnected) focus(opened.place)
    }
  }
}
