import { IANAZone } from 'luxon'
import { type Mapping, TABLE_FIELDS } from './mapping.ts'
import type { MappingProblem } from './mapping-problem.ts'

/** What a mapping says against itself, although each key is well formed. */
export function contradictions(mapping: Mapping): MappingProblem[] {
  return [...zone(mapping), ...kind(mapping), ...tables(mapping), ...ends(mapping)]
}

function zone({ dates }: Mapping): MappingProblem[] {
  if (IANAZone.isValidZone(dates.zone)) return []
  return [{ path: 'dates.zone', message: `'${dates.zone}' is no time zone; write one such as Europe/Rome` }]
}

function kind({ kind, columns }: Mapping): MappingProblem[] {
  const problems: MappingProblem[] = []
  if (kind === 'event-log' && !columns.updatedAt) {
    problems.push({
      path: 'columns.updatedAt',
      message: 'an event log needs the column that says when each row happened'
    })
  }
  if (kind === 'event-log' && typeof columns.externalId !== 'string') {
    problems.push({
      path: 'columns.externalId',
      message: 'an event log needs a column that says which case a row is about'
    })
  }
  if (kind === 'case-list' && !columns.openedAt) {
    problems.push({
      path: 'columns.openedAt',
      message: 'a case list needs the column that says when the case was opened'
    })
  }
  return problems
}

function tables({ columns, values }: Mapping): MappingProblem[] {
  return TABLE_FIELDS.flatMap((field) => {
    if (columns[field] && !values[field]) {
      return [
        {
          path: `values.${field}`,
          message: `columns.${field} is given, so the mapping must say what its values mean`
        }
      ]
    }
    if (!columns[field] && values[field]) {
      return [
        { path: `columns.${field}`, message: `values.${field} has a table, but no column is given for it` }
      ]
    }
    return []
  })
}

function ends({ endDates, columns }: Mapping): MappingProblem[] {
  if (endDates === 'in-state' || columns.closedAt || columns.resolvedAt) return []
  return [{ path: 'endDates', message: 'always needs a column closedAt or resolvedAt' }]
}
