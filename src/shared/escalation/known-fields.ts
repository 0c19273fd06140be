import type { z } from 'zod'

/** What a schema says about itself, as far as it is looked at here. */
type Def = {
  readonly type: string
  readonly innerType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly items?: readonly z.core.$ZodType[]
  readonly options?: readonly z.core.$ZodType[]
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
}

/** The fields an object at this path may have, of all the kinds it may be of. */
export function knownFields(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const found = path.reduce<readonly z.core.$ZodType[]>(
    (at, step) => at.flatMap((one) => stepInto(one, step)),
    [schema]
  )
  return [...new Set(found.flatMap(bare).flatMap((one) => Object.keys(defOf(one).shape ?? {})))]
}

function stepInto(schema: z.core.$ZodType, step: PropertyKey): readonly z.core.$ZodType[] {
  return bare(schema).flatMap((one) => {
    const { element, items, shape } = defOf(one)
    if (typeof step === 'number') return element ?? items?.[step] ?? []
    return shape?.[String(step)] ?? []
  })
}

/** Without what only says that it may be missing, and each kind of a union apart. */
function bare(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  const { innerType, options } = defOf(schema)
  if (innerType) return bare(innerType)
  return options ? options.flatMap(bare) : [schema]
}

function defOf(schema: z.core.$ZodType): Def {
  return schema._zod.def as Def
}

/** The known name a wrong one was most likely meant to be, or '' when none is near. */
export function nearest(name: string, known: readonly string[]): string {
  const reach = Math.max(1, Math.floor(name.length / 3))
  let best = { name: '', distance: reach + 1 }
  for (const one of known) {
    const distance = editDistance(name.toLowerCase(), one.toLowerCase())
    if (distance < best.distance) best = { name: one, distance }
  }
  return best.name
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_none, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const changed = (rows[i - 1]?.[j - 1] ?? 0) + cost
      const oneLess = Math.min(rows[i - 1]?.[j] ?? 0, row[j - 1] ?? 0) + 1
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(changed, oneLess, isSwap ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Infinity))
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}
