import type { Mapping } from './mapping.ts'
import type { MappingProblem } from './mapping-problem.ts'
import { columnsOf } from './template.ts'

const LONGEST_LIST = 400

/** What exists in this house: a case must not be imported to a place where nobody sees it (IM6). */
export type KnownPlaces = { readonly queues: readonly string[]; readonly categories: readonly string[] }

/** Queues and categories the mapping names and the matrix does not have. */
export function unknownPlaces(mapping: Mapping, known: KnownPlaces): MappingProblem[] {
  return [
    ...queuesOf(mapping)
      .filter(([, queue]) => !known.queues.includes(queue))
      .map(([path, queue]) => ({
        path,
        message: `queue '${queue}' does not exist; there are: ${known.queues.join(', ')}`
      })),
    ...categoriesOf(mapping)
      .filter(([, category]) => !known.categories.includes(category))
      .map(([path, category]) => ({
        path,
        message: `category '${category}' does not exist; there are: ${known.categories.join(', ')}`
      }))
  ]
}

/** Columns the mapping names and the file does not have. */
export function missingColumns(mapping: Mapping, header: readonly string[]): MappingProblem[] {
  return namedColumns(mapping).flatMap(([path, column]) => {
    const times = header.filter((name) => name === column).length
    if (times === 1) return []
    const what = times === 0 ? 'is not in the file' : `stands ${times} times in the file`
    return [{ path, message: `column '${column}' ${what}; the file has: ${listed(header)}` }]
  })
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

/** A file that is read the wrong way may have one column as long as itself. */
function listed(header: readonly string[]): string {
  const all = header.join(', ')
  return all.length > LONGEST_LIST ? `${all.slice(0, LONGEST_LIST)} ...` : all
}
