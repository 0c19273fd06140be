import type { ImportProgress } from './run-context.ts'

const STEP = 10

/** Prints a line whenever a phase begins and at every tenth of it: readable on a screen and in a file. */
export function progressPrinter(print: (line: string) => void): (progress: ImportProgress) => void {
  let last = ''
  return ({ phase, done, total, rejected }) => {
    const percent = total === 0 ? 100 : Math.floor((done * 100) / total)
    const mark = `${phase} ${percent - (percent % STEP)} %`
    if (mark === last) return
    last = mark
    print(rejected > 0 ? `${mark}, ${rejected} rows rejected` : mark)
  }
}
