import type { z } from 'zod'

/** What `safeParse` answers, as far as anybody looks. */
type Read<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: Pick<z.ZodError, 'issues'> }

/**
 * `schema.safeParse` for what comes from outside. A value that makes a schema's own check throw (its `length` is an object that
 * no number can be made of) is refused like any other that does not fit.
 */
export function readAs<T extends z.ZodType>(schema: T, value: unknown): Read<z.output<T>> {
  try {
    return schema.safeParse(value)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { success: false, error: { issues: [{ code: 'custom', path: [], message: 'not understood' }] } }
  }
}
