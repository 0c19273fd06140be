import fc from 'fast-check'
import type { z } from 'zod'

/** Values that are known to mean something, by the name of the field they stand in: without them nothing would get past the first look. */
export type Hints = Readonly<Record<string, readonly unknown[]>>

/**
 * What a schema takes, as something that can be drawn from. Where a field has hints, four of five values are one of them. Values
 * keep to lengths, bounds and patterns; what a `refine` says beyond that they may break.
 */
export function fromSchema(schema: z.core.$ZodType, hints: Hints = {}): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const of = (inner: z.core.$ZodType): fc.Arbitrary<unknown> => fromSchema(inner, hints)
  switch (def.type) {
    case 'object':
      return fromShape(def.shape, hints)
    case 'string':
      return text(boundsOf(def.checks))
    case 'number':
      return number(boundsOf(def.checks))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'union':
      return fc.oneof(...def.options.map(of))
    case 'array': {
      const { min, max } = boundsOf(def.checks)
      return fc.array(of(def.element), { minLength: min ?? 0, maxLength: Math.min(max ?? 6, (min ?? 0) + 6) })
    }
    case 'tuple':
      return fc.tuple(...def.items.map(of))
    case 'record':
      return fc.dictionary(of(def.keyType) as fc.Arbitrary<string>, of(def.valueType), { maxKeys: 4 })
    case 'nullable':
      return fc.option(of(def.innerType), { nil: null })
    case 'optional':
    case 'default':
    case 'prefault':
      return fc.option(of(def.innerType), { nil: undefined })
    case 'readonly':
    case 'catch':
    case 'nonoptional':
      return of(def.innerType)
    case 'pipe':
      return of(def.in)
    case 'lazy':
      return of(def.getter())
    case 'unknown':
    case 'any':
    case 'custom':
    case 'transform':
      return fc.jsonValue({ maxDepth: 3 })
    default:
      throw new Error(`no values for a schema of type ${def.type}`)
  }
}

function fromShape(shape: Readonly<Record<string, z.core.$ZodType>>, hints: Hints): fc.Arbitrary<object> {
  const fields = Object.entries(shape).map(([name, inner]) => {
    const values = fromSchema(inner, hints)
    const known = hints[name] ?? []
    const field =
      known.length === 0
        ? values
        : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: values })
    return [name, field] as const
  })
  // A field that may be missing is missing, not undefined: JSON knows no other way.
  return fc
    .record(Object.fromEntries(fields))
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)))
}

type Bounds = {
  readonly min?: number
  readonly max?: number
  readonly pattern?: RegExp
  readonly isWhole?: boolean
  readonly isAbove?: boolean
}

function boundsOf(checks: readonly z.core.$ZodCheck<never>[] | undefined): Bounds {
  const found: { -readonly [K in keyof Bounds]: Bounds[K] } = {}
  for (const one of checks ?? []) {
    const { def } = (one as unknown as z.core.$ZodChecks)._zod
    if (def.check === 'min_length') found.min = def.minimum
    else if (def.check === 'max_length') found.max = def.maximum
    else if (def.check === 'length_equals') found.min = found.max = def.length
    else if (def.check === 'string_format' && def.pattern) found.pattern = def.pattern
    else if (def.check === 'number_format') found.isWhole = true
    else if (def.check === 'greater_than') {
      found.min = Number(def.value)
      found.isAbove = !def.inclusive
    } else if (def.check === 'less_than') found.max = Number(def.value) - (def.inclusive ? 0 : 1)
  }
  return found
}

function text({ min = 0, max = 200, pattern }: Bounds): fc.Arbitrary<string> {
  const maxLength = Math.max(min, Math.min(max, 200))
  if (!pattern) return fc.string({ unit: 'binary', minLength: min, maxLength })
  // Drawing until one happens to be long enough could take for ever: the pattern is told how long.
  const sized = new RegExp(pattern.source.replace(/\+\$$/, `{${Math.max(1, min)},${maxLength}}$`))
  return fc.stringMatching(sized, { maxLength }).filter((one) => one.length >= min)
}

function number({ min, max, isWhole, isAbove }: Bounds): fc.Arbitrary<number> {
  if (isWhole) return fc.integer({ min: (min ?? -1_000_000) + (isAbove ? 1 : 0), max: max ?? 2 ** 40 })
  return fc.double({
    noNaN: true,
    noDefaultInfinity: true,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(isAbove && { minExcluded: true })
  })
}

/** So many drawn values; the same seed draws the same. */
export function draw<T>(from: fc.Arbitrary<T>, seed: number, count: number): T[] {
  return fc.sample(from, { seed, numRuns: count })
}
