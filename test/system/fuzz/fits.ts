import type { z } from 'zod'

/**
 * What a schema makes of a value; undefined when it does not take it. A value that makes the schema itself throw (a `length` that is
 * no number and cannot become one) is not taken either.
 */
export function fits<T extends z.ZodType>(schema: T, value: unknown): z.output<T> | undefined {
  try {
    return schema.safeParse(value).data
  } catch {
    return undefined
  }
}
