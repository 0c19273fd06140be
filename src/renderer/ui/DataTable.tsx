import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'

export type Column<Row> = {
  id: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end. */
  align?: 'start' | 'end' | undefined
  width?: string | undefined
  sortable?: boolean | undefined
}

export type Sort = { by: string; descending: boolean }

/** A small table, some hundred rows at most. The first column names the row. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  sort,
  onSort,
  isCurrent,
  empty
}: {
  /** Its spoken name. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  sort?: Sort | undefined
  onSort?: ((sort: Sort) => void) | undefined
  isCurrent?: ((row: Row) => boolean) | undefined
  empty?: ReactNode
}) {
  if (rows.length === 0 && empty) return empty
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className="tl-table-frame" aria-label={caption} tabIndex={0}>
      <table className="tl-table">
        <caption className="tl-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} aria-current={isCurrent?.(row) || undefined}>
              {columns.map((column, place) => {
                const Cell = place === 0 ? 'th' : 'td'
                return (
                  <Cell
                    key={column.id}
                    scope={place === 0 ? 'row' : undefined}
                    className={endClass(column.align)}
                  >
                    {column.cell(row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function HeaderCell<Row>({
  column,
  sort,
  onSort
}: {
  column: Column<Row>
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}) {
  const sorted = sort?.by === column.id ? sort : undefined
  return (
    <th
      scope="col"
      className={endClass(column.align)}
      style={column.width ? { inlineSize: column.width } : undefined}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className="tl-table-sort"
          onClick={() => onSort({ by: column.id, descending: sorted ? !sorted.descending : false })}
        >
          {column.header}
          {sorted &&
            (sorted.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

function endClass(align: 'start' | 'end' | undefined) {
  return align === 'end' ? 'tl-end' : undefined
}
