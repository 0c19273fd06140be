import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { matrix, people } from '../../../../../test/support/cases.ts'
import { saying } from '../../../../../test/support/saying.ts'
import { RowList } from '../../../../shared/escalation/finding.ts'
import { Matrix } from '../../../../shared/escalation/matrix.ts'
import { type Part, sentenceOf } from '../../../words/row-sentence.ts'
import type { AnyRow } from '../edit-rows.ts'
import { EditingContext } from '../editing.ts'
import { PartEditor } from '../editors/PartEditor.tsx'
import { sortFindings } from '../findings.ts'

/** What a schema says about itself. */
type Def = {
  readonly type: string
  readonly innerType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
}
/** Two values that differ in one place only. */
type Pair = { readonly path: string; readonly a: unknown; readonly b: unknown }

const defOf = (schema: z.core.$ZodType): Def => {
  const def = schema._zod.def as Def
  return def.innerType ? defOf(def.innerType) : def
}

/** A whole value with every field it can have; another `nth` is another value. */
function sample(schema: z.core.$ZodType, nth = 0): unknown {
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, one]) => [key, sample(one, nth)]))
    case 'union':
      return sample(def.options?.[nth] ?? missing(def.type), 0)
    case 'array':
      return [sample(def.element ?? missing(def.type), nth)]
    case 'enum':
      return Object.values(def.entries ?? {})[nth]
    case 'literal':
      return def.values?.[0]
    case 'number':
      return 60 * (nth + 1)
    case 'string':
      return `text-${nth}`
    default:
      return missing(def.type)
  }
}

/** For every field a value of this schema can have, and every kind it can be of: a pair that differs there. */
function pairs(schema: z.core.$ZodType): Pair[] {
  const def = defOf(schema)
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([key, one]) => {
        const whole = sample(schema) as object
        return pairs(one).map(({ path, a, b }) => ({
          path: `.${key}${path}`,
          a: { ...whole, [key]: a },
          b: { ...whole, [key]: b }
        }))
      })
    case 'union': {
      const kinds = def.options ?? []
      const between = kinds
        .slice(1)
        .map((_, at) => ({ path: '', a: sample(schema, at), b: sample(schema, at + 1) }))
      return [...kinds.flatMap(pairs), ...between]
    }
    case 'array': {
      const element = def.element ?? missing(def.type)
      const inner = pairs(element).map(({ path, a, b }) => ({ path: `[]${path}`, a: [a], b: [b] }))
      return [...inner, { path: '[+]', a: [sample(element)], b: [sample(element), sample(element)] }]
    }
    case 'literal':
      return []
    default:
      return [{ path: '', a: sample(schema, 0), b: sample(schema, 1) }]
  }
}

function missing(what: string): never {
  throw new Error(`this test does not know what ${what} is: teach it`)
}

const doc = matrix({ exceptions: [{ id: 'text-0', name: { en: 'One' } }] })
const say = saying(doc, 'en')
const rowSchema = (list: RowList) => defOf(Matrix.shape[list]).element ?? missing(list)
/** Once more of the same in a list of plain values says nothing new. */
const isNews = ({ path }: Pair): boolean => !path.endsWith('[+]') || path === '.chain[+]'

const fields = RowList.options.flatMap((list) =>
  pairs(rowSchema(list))
    .filter(isNews)
    .map((pair) => ({ list, ...pair }))
)

test('[CO9] every field of every kind of row is told by a part of its sentence, and that part has an editor', () => {
  expect(fields.length).toBeGreaterThan(80)
  for (const { list, path, a, b } of fields) {
    const [before, after] = [a, b].map((row) => sentenceOf(list, row as AnyRow, say))
    const changed = (after ?? []).find((part) => !(before ?? []).some((one) => isSame(one, part)))
    expect(changed, `${list}${path} is not shown`).toBeDefined()
    if (changed) expect(editorOf(b as AnyRow, changed), `${list}${path} has no editor`).not.toBe('')
  }
})

const isSame = (a: Part, b: Part): boolean => a.key === b.key && a.text === b.text

function editorOf(row: AnyRow, { key }: Part): string {
  const editing = { doc, change: () => {}, say, people, findings: sortFindings([]) }
  return renderToStaticMarkup(
    <EditingContext value={editing}>
      <PartEditor row={row} part={key} onChange={() => {}} onClose={() => {}} />
    </EditingContext>
  )
}
