import { MATRIX_FORMAT, Matrix } from './matrix.ts'
import { valueAt } from './value-at.ts'

type Loose = { readonly [key: string]: unknown }

/**
 * A document of an older format as one of today's, and anything else as it is: the schema then says what is wrong with it.
 * From 1 to 2: what happens on timeout stood on the row and stands on each step.
 */
export function upgradeMatrix(candidate: unknown): unknown {
  if (!isLoose(candidate) || candidate['format'] !== 'tierline.matrix/1') return candidate
  const rows = candidate['hierarchical']
  return {
    ...candidate,
    format: MATRIX_FORMAT,
    ...(Array.isArray(rows) && { hierarchical: rows.map(stepwise) })
  }
}

function stepwise(row: unknown): unknown {
  if (!isLoose(row) || !Array.isArray(row['chain'])) return row
  const { onTimeout, chain, ...rest } = row
  const timeout = onTimeout === 'next' || onTimeout === 'expire' ? { onTimeout: { do: onTimeout } } : {}
  return {
    ...rest,
    chain: (chain as unknown[]).map((step) => (isLoose(step) ? { ...step, ...timeout } : step))
  }
}

/** A matrix we stored ourselves, perhaps as an older build wrote it. Throws when it is none. */
export function readMatrix(stored: unknown): Matrix {
  return Matrix.parse(settleMatrix(stored))
}

/**
 * What we stored ourselves, in today's shape. Older builds took labels and queues with fields nobody knows, which said nothing,
 * and lists that name a thing twice, which meant once; what is new with them is refused. Anything else is left as it is.
 */
export function settleMatrix(stored: unknown): unknown {
  const matrix = upgradeMatrix(stored)
  const read = Matrix.safeParse(matrix)
  if (read.success || !isLoose(matrix)) return matrix
  const settled: unknown = JSON.parse(JSON.stringify(matrix))
  for (const issue of read.error.issues) {
    const at = valueAt(settled, issue.path)
    if (issue.code === 'unrecognized_keys' && isLoose(at) && ('en' in at || 'team' in at))
      for (const key of issue.keys) Reflect.deleteProperty(at, key)
    if ((issue.code === 'custom' || issue.code === 'too_big') && Array.isArray(at))
      at.splice(0, at.length, ...new Set(at))
  }
  return settled
}

/** `tierline.matrix/3` and up: written by a Tierline newer than this one. */
export function isNewerFormat(candidate: unknown): boolean {
  const format = isLoose(candidate) ? candidate['format'] : undefined
  const number = typeof format === 'string' ? /^tierline\.matrix\/(\d+)$/.exec(format)?.[1] : undefined
  return number !== undefined && Number(number) > Number(MATRIX_FORMAT.split('/')[1])
}

function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
