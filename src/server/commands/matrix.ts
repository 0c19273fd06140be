import { BadInput } from './bad-input.ts'
import { checkFile } from './matrix/check.ts'
import { diffVersions } from './matrix/diff.ts'
import { plans } from './matrix/plans.ts'
import { publishFile } from './matrix/publish.ts'
import { tryFile } from './matrix/try.ts'
import { exportVersion, listVersions, rollBackTo, showVersion } from './matrix/versions.ts'

const USAGE = `matrix check --file FILE [--data DIR] [--people FILE]
matrix publish --data DIR --file FILE [--author NAME] [--reason TEXT] [--base VERSION] [--at TIME]
matrix list --data DIR
matrix show --data DIR [--version N]
matrix diff --data DIR [--from N] [--to N | --file FILE]
matrix export --data DIR --file FILE [--version N]
matrix rollback --data DIR --version N --reason TEXT [--author NAME] [--base VERSION]
matrix plan --data DIR [--cancel ID]
matrix try --data DIR --file FILE [--show CASES]`

type Say = (line: string) => void

const DOES: Readonly<Record<string, (args: readonly string[], out: Say) => Promise<void>>> = {
  check: checkFile,
  publish: publishFile,
  list: listVersions,
  show: showVersion,
  diff: diffVersions,
  export: exportVersion,
  rollback: rollBackTo,
  plan: plans,
  try: tryFile
}

/** Everything about the matrix on the command line, beside a running server or without one. */
export async function matrixCommand([what = '', ...args]: readonly string[], out: Say): Promise<void> {
  const doIt = Object.hasOwn(DOES, what) ? DOES[what] : undefined
  if (!doIt) throw new BadInput(USAGE)
  await doIt(args, out)
}
