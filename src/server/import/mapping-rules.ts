import { IANAZone } from 'luxon'
import type { MappingProblem } from '../../shared/protocol/imports.ts'
import { type Mapping, TABLE_FIELDS } from './mapping.ts'

/** What a mapping says against itself, although each key is well formed. */
export function contradictions(mapping: Mapping): MappingProblem[] {
  return [...zone(mapping), ...kind(mapping), ...tables(mapping), ...ends(mapping)]
}

function zone({ dates }: Mapping): MappingProblem[] {
  if (IANAZone.isValidZone(dates.zone)) return []
  return [{ path: 'dates.zone', why: { code: 'no-such-zone', zone: dates.zone } }]
}

function kind({ kind, columns }: Mapping): MappingProblem[] {
  const problems: MappingProblem[] = []
  if (kind === 'event-log' && !columns.updatedAt) {
    problems.push({ path: 'columns.updatedAt', why: { code: 'log-needs-time' } })
  }
  if (kind === 'event-log' && typeof columns.externalId !== 'string') {
    problems.push({ path: 'columns.externalId', why: { code: 'log-needs-id' } })
  }
  if (kind === 'case-list' && !columns.openedAt) {
    problems.push({ path: 'columns.openedAt', why: { code: 'list-needs-opening' } })
  }
  return problems
}

function tables({ columns, values }: Mapping): MappingProblem[] {
  return TABLE_FIELDS.flatMap((field): MappingProblem[] => {
    if (columns[field] && !values[field]) {
      return [{ path: `values.${field}`, why: { code: 'needs-table', field } }]
    }
    if (!columns[field] && values[field]) {
      return [{ path: `columns.${field}`, why: { code: 'needs-column', field } }]
    }
    return []
  })
}

function ends({ endDates, columns }: Mapping): MappingProblem[] {
  if (endDates === 'in-state' || columns.closedAt || columns.resolvedAt) return []
  return [{ path: 'endDates', why: { code: 'needs-end-column' } }]
}
