import type { z } from 'zod'
import { ID_TEXT } from '../people/queue.ts'
import { amountWithCurrency } from './amount-with-currency.ts'
import { knownFields, nearest } from './known-fields.ts'
import { Matrix } from './matrix.ts'
import type { Measured, TextFault, TextRule, ValueKind } from './text-fault.ts'
import { valueAt } from './value-at.ts'

/** A fault that has not been given its place in the text yet. `isKey`: the name of the field is meant, not what it holds. */
export type PathFault = Pick<TextFault, 'code' | 'values'> & {
  readonly path: readonly PropertyKey[]
  readonly isKey: boolean
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** What the schema says against a document, as faults with values that words can be made of. */
export function faultsOfIssues(issues: readonly Issue[], whole: unknown, base: Path = []): PathFault[] {
  const faults = issues.flatMap((issue) => faultsOfIssue(issue, whole, base))
  // A field with a slip of the pen in its name is also missing under its right one: that is one mistake.
  const meant = new Set(faults.filter(({ code }) => code === 'unknown_field').map(meantPath))
  return faults.filter(({ code, path }) => code !== 'missing_field' || !meant.has(path.join('\n')))
}

function meantPath({ path, values }: PathFault): string {
  return [...path.slice(0, -1), values['nearest']].join('\n')
}

function faultsOfIssue(issue: Issue, whole: unknown, base: Path): PathFault[] {
  const path = [...base, ...issue.path]
  const found = valueAt(whole, path)
  const fault = (code: TextFault['code'], values: TextFault['values']): PathFault[] => [
    { code, path, values, isKey: false }
  ]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((field) => unknownField(field, path))
    case 'invalid_union':
      return issue.errors.length > 0
        ? nearestKind(issue.errors, whole, path)
        : found === undefined
          ? [missing(path)]
          : fault('unknown_value', { found: shown(found), allowed: optionsOf(issue) })
    case 'invalid_type': {
      if (found === undefined) return [missing(path)]
      const amount = issue.expected === 'number' ? amountWithCurrency(path, found) : undefined
      if (amount) return fault('amount_with_currency', amount)
      return fault('wrong_type', { expected: kindOf(issue.expected), found: shown(found) })
    }
    case 'invalid_value':
      if (found === undefined) return [missing(path)]
      return fault('unknown_value', { found: shown(found), allowed: issue.values.map(String).join(', ') })
    case 'too_big':
      return outOfRange(issue.origin, found, path, { least: '', most: String(issue.maximum) })
    case 'too_small':
      return outOfRange(issue.origin, found, path, { least: String(issue.minimum), most: '' })
    case 'invalid_format':
      return path.join('.') === 'currency'
        ? fault('unknown_currency', { found: shown(found) })
        : fault('wrong_text', { found: shown(found), rule: ruleOf(issue) })
    case 'custom':
      return Array.isArray(found) ? twice(found, path) : fault('shape', {})
    default:
      return fault('shape', {})
  }
}

/** What a list names more than once. */
function twice(list: readonly unknown[], path: Path): PathFault[] {
  return list.flatMap((one, at): PathFault[] =>
    list.indexOf(one) < at
      ? [{ code: 'duplicate_key', path: [...path, at], values: { key: shown(one) }, isKey: false }]
      : []
  )
}

/** What was expected, as a person would say it. */
function kindOf(expected: string): ValueKind {
  const kinds: Readonly<Record<string, ValueKind>> = {
    string: 'text',
    number: 'number',
    int: 'whole',
    array: 'list',
    tuple: 'list',
    object: 'fields',
    record: 'fields'
  }
  return kinds[expected] ?? 'other'
}

function ruleOf(issue: Issue): TextRule {
  return 'pattern' in issue && issue.pattern === String(ID_TEXT) ? 'id' : 'other'
}

/** Of the kinds a thing may be, the one it comes nearest to is the one that was meant. */
function nearestKind(kinds: readonly (readonly Issue[])[], whole: unknown, path: Path): PathFault[] {
  const [best = []] = kinds
    .map((issues) => faultsOfIssues(issues, whole, path))
    .sort((a, b) => a.length - b.length)
  return best
}

function unknownField(field: string, path: Path): PathFault {
  const values = { field, nearest: nearest(field, knownFields(Matrix, path)) }
  return { code: 'unknown_field', path: [...path, field], values, isKey: true }
}

function missing(path: Path): PathFault {
  return { code: 'missing_field', path, values: { field: String(path.at(-1) ?? '') }, isKey: false }
}

function outOfRange(
  origin: string,
  found: unknown,
  path: Path,
  range: { readonly least: string; readonly most: string }
): PathFault[] {
  const size = Array.isArray(found) || typeof found === 'string' ? String(found.length) : shown(found)
  if (origin === 'array' && range.most !== '') {
    const values = { list: path.map(String).join('.'), count: size, most: range.most }
    return [{ code: 'too_many_rows', path, values, isKey: true }]
  }
  const measured: Measured = Array.isArray(found) ? 'list' : typeof found === 'string' ? 'text' : 'number'
  return [{ code: 'out_of_range', path, values: { measured, found: size, ...range }, isKey: false }]
}

function optionsOf(issue: Issue): string {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(', ') : ''
}

/** A value in a sentence: short, and never a whole list. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length}]`
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
