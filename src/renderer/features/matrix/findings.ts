import type { Finding, RowList } from '../../../shared/escalation/finding.ts'
import type { MatrixPart } from '../../state/matrix-place.ts'
import { rowKey } from './edit-rows.ts'

/** What the checks found in one document. */
export type Findings = {
  readonly all: readonly Finding[]
  readonly errors: number
  readonly warnings: number
  /** By `list/id` of the row. */
  readonly byRow: ReadonlyMap<string, readonly Finding[]>
}

/** Errors first, each kind in the order of the document. */
export function sortFindings(found: readonly Finding[]): Findings {
  const all = [
    ...found.filter((one) => one.level === 'error'),
    ...found.filter((one) => one.level === 'warning')
  ]
  const errors = all.filter((one) => one.level === 'error').length
  const byRow = new Map<string, Finding[]>()
  for (const finding of all) {
    if (!finding.row) continue
    const key = rowKey(finding.row)
    byRow.set(key, [...(byRow.get(key) ?? []), finding])
  }
  return { all, errors, warnings: all.length - errors, byRow }
}

const LISTS: readonly RowList[] = ['special', 'privacy', 'functional', 'hierarchical', 'automatic']
const PLACES: Readonly<Record<string, MatrixPart>> = {
  limits: 'limits',
  delegates: 'delegates',
  exceptions: 'exceptions',
  tiers: 'tiers',
  categories: 'categories',
  sla: 'sla',
  message: 'message',
  riskShare: 'general',
  currency: 'general',
  name: 'general'
}

/** The part of the screen where a finding can be mended; null when it is about the document as a whole. */
export function partOf({ row, path }: Finding): MatrixPart | null {
  if (row) return row.list
  const [head = ''] = path.split('.')
  return LISTS.find((list) => list === head) ?? PLACES[head] ?? null
}

/** The worst level found in each part. */
export function levelByPart(all: readonly Finding[]): ReadonlyMap<MatrixPart, Finding['level']> {
  const levels = new Map<MatrixPart, Finding['level']>()
  for (const finding of all) {
    const part = partOf(finding)
    if (part && levels.get(part) !== 'error') levels.set(part, finding.level)
  }
  return levels
}

/** A text of the word files with the finding's values in its braces; a value nobody gave stays visible. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
