import { Plus, Trash2 } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { Label, Matrix } from '../../../../shared/escalation/matrix.ts'
import { useToasts } from '../../../state/toasts.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { GridCell, gridCell, VirtualGrid, type VirtualGridHandle } from '../../../ui/VirtualGrid.tsx'
import { freshId, moveItem } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'
import { PartHead } from '../PartHead.tsx'
import { usesOf } from '../uses.ts'
import { ChipEditor } from './ChipEditor.tsx'
import { LabelEditor } from './LabelEditor.tsx'

const ROW_HEIGHT = 44
type Named = { readonly id: string; readonly name: Label }

/** What cases are about. */
export function CategoriesPane() {
  const { words } = useEditing().say
  return (
    <NamedPane
      part="categories"
      add={words.matrixRows.names.addCategory}
      first={words.matrixRows.names.newCategory}
      keepOne
    />
  )
}

/** What approvals of exceptions can be asked for. */
export function ExceptionsPane() {
  const { words } = useEditing().say
  return (
    <NamedPane
      part="exceptions"
      add={words.matrixRows.names.addException}
      first={words.matrixRows.names.newException}
    />
  )
}

/** Things with an id and a name in three languages, in an order. */
function NamedPane({
  part,
  add,
  first,
  keepOne = false
}: {
  part: 'categories' | 'exceptions'
  add: string
  first: string
  keepOne?: boolean
}) {
  const { doc, change, say } = useEditing()
  const texts = say.words.matrixRows
  const grid = useRef<VirtualGridHandle>(null)
  const items: readonly Named[] = doc[part]
  const uses = useMemo(() => usesOf(doc, part), [doc, part])
  const put = (next: (items: readonly Named[]) => readonly Named[], key?: string) =>
    change?.((now): Matrix => ({ ...now, [part]: next(now[part]) }), key)
  const focus = (at: number) => requestAnimationFrame(() => grid.current?.focusRow(at))
  const addOne = () => {
    const id = freshId(
      `new-${part === 'categories' ? 'category' : 'exception'}`,
      new Set(items.map((one) => one.id))
    )
    put((now) => [...now, { id, name: { en: first } }])
    focus(items.length)
  }
  const move = (at: number, by: -1 | 1) => {
    put((now) => moveItem(now, at, at + by))
    focus(Math.max(0, Math.min(items.length - 1, at + by)))
  }
  const remove = (at: number) => {
    const item = items[at]
    if (!item || (keepOne && items.length === 1)) return
    put((now) => now.toSpliced(at, 1))
    const { grid: said, undo } = say.words.matrix
    useToasts.getState().show({
      id: 'matrix.removed',
      text: said.removed(item.id),
      action: {
        label: undo,
        onClick: () => put((now) => (now.some(({ id }) => id === item.id) ? now : now.toSpliced(at, 0, item)))
      }
    })
    focus(Math.max(0, Math.min(at, items.length - 2)))
  }
  return (
    <div className="matrix-pane matrix-pane-rows">
      <PartHead
        part={part}
        count={items.length}
        actions={
          change && (
            <Button icon={<Plus aria-hidden />} onClick={addOne}>
              {add}
            </Button>
          )
        }
      />
      {items.length === 0 && (
        <EmptyState title={texts.names.noExceptions.title} text={texts.names.noExceptions.text} />
      )}
      {items.length > 0 && (
        <div className="matrix-rows">
          <VirtualGrid
            ref={grid}
            label={say.words.matrix.parts[part]}
            count={items.length}
            keyOf={(at) => items[at]?.id ?? String(at)}
            rowHeight={ROW_HEIGHT}
            onMove={change ? move : undefined}
            onRemove={change ? remove : undefined}
            renderRow={(at, cell) => {
              const item = items[at]
              if (!item) return null
              return (
                <>
                  <GridCell className="matrix-named">
                    <ChipEditor label={item.id} text={namesText(item.name)} cell={gridCell(cell === 0)}>
                      {() => (
                        <LabelEditor
                          label={item.name}
                          onChange={(name) =>
                            put(
                              (now) => now.map((one) => (one.id === item.id ? { ...one, name } : one)),
                              `${part}.${item.id}`
                            )
                          }
                        />
                      )}
                    </ChipEditor>
                  </GridCell>
                  <GridCell className="matrix-id">{item.id}</GridCell>
                  <GridCell className="tl-dim tl-small">
                    {texts.names.usedBy(uses.get(item.id) ?? 0)}
                  </GridCell>
                  {change && (
                    <GridCell className="matrix-row-end">
                      <IconButton
                        {...gridCell(cell === 1)}
                        size="small"
                        label={texts.remove(item.name.en)}
                        icon={<Trash2 aria-hidden />}
                        disabledReason={keepOne && items.length === 1 ? texts.keepOne : undefined}
                        onClick={() => remove(at)}
                      />
                    </GridCell>
                  )}
                </>
              )
            }}
          />
        </div>
      )}
    </div>
  )
}

function namesText({ en, es, it }: Label): string {
  return [en, es, it].filter(Boolean).join(' · ')
}
