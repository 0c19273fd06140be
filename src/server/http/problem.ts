import type { z } from 'zod'
import { readAs } from '../../shared/lib/read-as.ts'

/** Why a request was not done. Thrown by a route, made into an answer in one place. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly status: number
  readonly code: string
  /** Which part of what was sent is meant. */
  readonly where: string | undefined
  readonly retryAfterMs: number | undefined
  /** What else the answer says, for a program. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    message: string,
    more: {
      readonly where?: string
      readonly retryAfterMs?: number
      readonly details?: Readonly<Record<string, unknown>>
    } = {}
  ) {
    super(message)
    this.status = status
    this.code = code
    this.where = more.where
    this.retryAfterMs = more.retryAfterMs
    this.details = more.details ?? {}
  }
}

/** What was sent, if it is what was asked for; else a 400 that says where it is not. */
export function read<T extends z.ZodType>(shape: T, sent: unknown): z.output<T> {
  const parsed = readAs(shape, sent)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  const where = first?.path.map(String).join('.') ?? ''
  throw new HttpProblem(400, 'BadRequest', first?.message ?? 'not understood', { where })
}
