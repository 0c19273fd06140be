import type { ReactNode } from 'react'

export type ChartColumn = {
  readonly id: string
  /** Under the column. */
  readonly label: string
  readonly count: number
  /** The count as the language writes it. */
  readonly text: string
  /** All of it in words, for the pointer. */
  readonly title: string
}

/** More columns than this have no room for a number each. */
const MOST_NUMBERED = 16
/** At most so many labels under the columns. */
const MOST_LABELS = 6

/**
 * Counts over time as columns. `table`: the same as a table, for who reads rather than looks; it is not drawn.
 */
export function ColumnChart({
  label,
  columns,
  table
}: {
  label: string
  columns: readonly ChartColumn[]
  table: ReactNode
}) {
  const most = Math.max(1, ...columns.map(({ count }) => count))
  const each = Math.max(1, Math.ceil(columns.length / MOST_LABELS))
  return (
    <figure className="tl-columns" aria-label={label}>
      <div className="tl-columns-plot" aria-hidden>
        {columns.map((column, place) => (
          <div key={column.id} className="tl-column" title={column.title}>
            <span className="tl-column-area">
              <span className="tl-column-fill" style={{ blockSize: `${(column.count / most) * 100}%` }}>
                {columns.length <= MOST_NUMBERED && (
                  <span className={column.count === 0 ? 'tl-column-text tl-dim' : 'tl-column-text'}>
                    {column.text}
                  </span>
                )}
              </span>
            </span>
            <span className="tl-column-label">{place % each === 0 ? column.label : ''}</span>
          </div>
        ))}
      </div>
      <div className="tl-visually-hidden">{table}</div>
    </figure>
  )
}
