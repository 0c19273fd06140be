import type { Option } from '../../../../shared/case/option.ts'

/** A button under the matrix in force and under the draft; null where there is none. */
export type Pair = {
  readonly id: string
  readonly before: Option | null
  readonly after: Option | null
  readonly how: 'same' | 'added' | 'removed' | 'changed'
}

/** The buttons of two matrices side by side, those of the draft in its order, then those that are gone. */
export function compareOptions(before: readonly Option[], after: readonly Option[]): Pair[] {
  const pairs = after.map((option): Pair => {
    const same = before.find((one) => one.id === option.id) ?? null
    const how = same === null ? 'added' : isSame(same, option) ? 'same' : 'changed'
    return { id: option.id, before: same, after: option, how }
  })
  const gone = before
    .filter((option) => !after.some((one) => one.id === option.id))
    .map((option): Pair => ({ id: option.id, before: option, after: null, how: 'removed' }))
  return [...pairs, ...gone]
}

/** The same to whoever presses it: the number of the version it came from is not. */
function isSame(a: Option, b: Option): boolean {
  return JSON.stringify(withoutVersion(a)) === JSON.stringify(withoutVersion(b))
}

function withoutVersion(option: Option): unknown {
  const { matrixVer: _, ...about } = option.about
  return { ...option, about }
}
