import { MATRIX_FORMAT, Matrix } from './matrix.ts'

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
  return Matrix.parse(upgradeMatrix(stored))
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
