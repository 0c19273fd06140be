import { z } from 'zod'
import type { Refusal } from '../../shared/case/refusal.ts'

/** Why what was asked is no command: a text that is too long is named with its field and length, all else is for a log. */
export function misunderstood(error: z.ZodError, raw: unknown): Refusal {
  for (const issue of error.issues) {
    if (issue.code !== 'too_big' || issue.origin !== 'string') continue
    const text = at(raw, issue.path)
    if (typeof text !== 'string') continue
    const field = issue.path.map(String).join('.')
    return { type: 'TooLong', field, length: text.length, most: Number(issue.maximum) }
  }
  return { type: 'NotUnderstood', problem: z.prettifyError(error).slice(0, 500) }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value
  )
}
