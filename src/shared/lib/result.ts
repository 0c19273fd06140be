/** A normal answer that may be "no". Refusals travel as data; faults are thrown (docs/spec/words.md). */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** A yes, with what it gives. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** A no, with why. */
export function no<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}
