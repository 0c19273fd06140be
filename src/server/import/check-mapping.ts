import { queuesOf as queuesIn } from '../../shared/case/routes.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import { queueKey } from '../../shared/people/queue.ts'
import type { ImportRefusal, MappingProblem } from '../../shared/protocol/imports.ts'
import type { Mapping } from './mapping.ts'
import { columnsOf } from './template.ts'

const MOST_NAMES = 40
const LONGEST_NAME = 60

/** What exists in this house: a case must not be imported to a place where nobody sees it (IM6). */
export type KnownPlaces = { readonly queues: readonly string[]; readonly categories: readonly string[] }

/** The places of the matrix in force. */
export function placesOf(matrix: Matrix): KnownPlaces {
  return { queues: queuesIn(matrix).map(queueKey), categories: matrix.categories.map(({ id }) => id) }
}

/** Refused when the mapping names queues or categories the matrix does not have; those it has are told once. */
export function unknownPlaces(
  mapping: Mapping,
  { queues, categories }: KnownPlaces
): Extract<ImportRefusal, { type: 'BadMapping' }> | undefined {
  const noQueues: MappingProblem[] = queuesOf(mapping)
    .filter(([, queue]) => !queues.includes(queue))
    .map(([path, queue]) => ({ path, why: { code: 'no-such-queue', queue } }))
  const noCategories: MappingProblem[] = categoriesOf(mapping)
    .filter(([, category]) => !categories.includes(category))
    .map(([path, category]) => ({ path, why: { code: 'no-such-category', category } }))
  const problems = [...noQueues, ...noCategories]
  if (problems.length === 0) return undefined
  return {
    type: 'BadMapping',
    problems,
    ...(noQueues.length > 0 ? { queues: [...queues] } : {}),
    ...(noCategories.length > 0 ? { categories: [...categories] } : {})
  }
}

/** Columns the mapping names and the file does not have. */
export function missingColumns(mapping: Mapping, header: readonly string[]): MappingProblem[] {
  return namedColumns(mapping).flatMap(([path, column]): MappingProblem[] => {
    const times = header.filter((name) => name === column).length
    if (times === 1) return []
    return [
      {
        path,
        why: times === 0 ? { code: 'column-missing', column } : { code: 'column-twice', column, times }
      }
    ]
  })
}

/** The columns of a file as a person is told them: one that is read the wrong way may have one as long as itself. */
export function shownColumns(header: readonly string[]): string[] {
  const names = header
    .slice(0, MOST_NAMES)
    .map((name) => (name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`))
  return header.length > MOST_NAMES ? [...names, '…'] : names
}

/** Every column the mapping names, with the path of the key that names it. */
export function namedColumns({ columns, attributes }: Mapping): [path: string, column: string][] {
  const found: [string, string][] = []
  for (const [field, value] of Object.entries(columns)) {
    if (typeof value !== 'string') continue
    const path = `columns.${field}`
    if (field === 'subject' || field === 'body' || field === 'customerName') {
      for (const column of columnsOf(value)) found.push([path, column])
    } else found.push([path, value])
  }
  for (const [name, column] of Object.entries(attributes)) found.push([`attributes.${name}`, column])
  return found
}

function queuesOf({ values, defaults }: Mapping): [path: string, queue: string][] {
  const found: [string, string][] = [['defaults.queue', defaults.queue]]
  const { queue, status } = values
  if (queue) {
    for (const [value, name] of Object.entries(queue.map)) found.push([`values.queue.map.${value}`, name])
    if (queue.otherwise !== 'reject') found.push(['values.queue.otherwise', queue.otherwise])
  }
  for (const [value, meaning] of Object.entries(status?.map ?? {})) {
    if (typeof meaning === 'object' && meaning.queue)
      found.push([`values.status.map.${value}.queue`, meaning.queue])
  }
  return found
}

function categoriesOf({ values, defaults }: Mapping): [path: string, category: string][] {
  const found: [string, string][] = [['defaults.category', defaults.category]]
  const table = values.category
  if (table) {
    for (const [value, id] of Object.entries(table.map)) found.push([`values.category.map.${value}`, id])
    if (table.otherwise !== 'reject') found.push(['values.category.otherwise', table.otherwise])
  }
  return found
}
