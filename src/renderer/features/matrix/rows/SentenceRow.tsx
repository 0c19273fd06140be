import { CircleAlert, GripVertical, Plus, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { Finding, RowList } from '../../../../shared/escalation/finding.ts'
import { classNames } from '../../../ui/class-names.ts'
import { GridCell, gridCell } from '../../../ui/VirtualGrid.tsx'
import { type Part, type Saying, sentenceOf } from '../../../words/row-sentence.ts'
import type { AnyRow } from '../edit-rows.ts'
import { FindingText } from '../FindingText.tsx'
import { type RowAct, RowMenu } from './RowMenu.tsx'

export type RowHandling = {
  readonly onEdit: (place: number, part: Part, chip: HTMLElement) => void
  readonly onAct: (place: number, act: RowAct) => void
  readonly onDrag: (place: number | null) => void
}

const NONE: readonly Finding[] = []

/** One row as a sentence; each part of it is a button that opens its editor. Without `handling` it can only be read. */
export const SentenceRow = memo(function SentenceRow({
  list,
  row,
  place,
  count,
  cell,
  say,
  findings = NONE,
  handling
}: {
  list: RowList
  row: AnyRow
  place: number
  count: number
  /** Where in this row the cursor stands, or -1. */
  cell: number
  say: Saying
  findings: readonly Finding[] | undefined
  handling: RowHandling | null
}) {
  const texts = say.words.matrix.grid
  const number = say.format.number(place + 1)
  const parts = sentenceOf(list, row, say).filter((part) => handling || part.look !== 'add')
  return (
    <>
      <GridCell className="matrix-row-head">
        {handling && (
          // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the keys are Alt with an arrow
          <span
            className="matrix-row-grip"
            title={texts.drag}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', row.id)
              handling.onDrag(place)
            }}
            onDragEnd={() => handling.onDrag(null)}
          >
            <GripVertical size={14} aria-hidden />
          </span>
        )}
        <span className="matrix-row-number">
          <span className="tl-visually-hidden">{texts.number(number)}</span>
          <span aria-hidden>{number}</span>
        </span>
      </GridCell>
      <span role="presentation" className="matrix-row-body">
        <span role="presentation" className="matrix-sentence">
          {parts.map((part, at) => (
            <GridCell key={part.key} className="matrix-part">
              {part.lead && <span className="matrix-lead">{part.lead}</span>}
              {handling ? (
                <button
                  type="button"
                  {...gridCell(cell === at)}
                  data-part={part.key}
                  className={classNames('matrix-chip', part.look && `matrix-chip-${part.look}`)}
                  aria-label={texts.edit(say.words.matrixRows.part[part.key], part.text)}
                  aria-haspopup="dialog"
                  onClick={(event) => handling.onEdit(place, part, event.currentTarget)}
                >
                  {part.look === 'add' && <Plus size={12} aria-hidden />}
                  {part.text}
                </button>
              ) : (
                <span
                  {...gridCell(cell === at)}
                  className={classNames('matrix-word', part.look && `matrix-word-${part.look}`)}
                >
                  {part.text}
                </span>
              )}
            </GridCell>
          ))}
        </span>
        {findings.map((finding) => (
          <GridCell
            key={`${finding.code} ${finding.path}`}
            className={`matrix-finding matrix-finding-${finding.level}`}
          >
            {finding.level === 'error' ? (
              <CircleAlert size={14} aria-hidden />
            ) : (
              <TriangleAlert size={14} aria-hidden />
            )}
            <span>
              <span className="tl-visually-hidden">{say.words.matrix.findings[finding.level]}: </span>
              <FindingText finding={finding} />
            </span>
          </GridCell>
        ))}
      </span>
      {handling && (
        <GridCell className="matrix-row-end">
          <RowMenu
            label={texts.menu(row.id)}
            isCursor={cell === parts.length}
            isFirst={place === 0}
            isLast={place === count - 1}
            onAct={(act) => handling.onAct(place, act)}
          />
        </GridCell>
      )}
    </>
  )
})
