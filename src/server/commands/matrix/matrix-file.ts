import { readFileSync } from 'node:fs'
import { readMatrixText } from '../../../matrix-text/read-matrix-text.ts'
import { type Around, checkMatrix, mayPublish } from '../../../shared/escalation/check/check-matrix.ts'
import { englishOfFault } from '../../../shared/escalation/english-of-fault.ts'
import { linesOfFinding } from '../../../shared/escalation/english-of-finding.ts'
import type { Finding } from '../../../shared/escalation/finding.ts'
import type { Matrix } from '../../../shared/escalation/matrix.ts'
import type { PublishRefusal } from '../../publish.ts'
import { BadInput } from '../bad-input.ts'

/** The matrix in a file, YAML or JSON; or what is wrong with it, line by line. */
export function readMatrixFile(file: string): Matrix {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new BadInput(`there is no file ${file}, or it cannot be read`)
  }
  const read = readMatrixText(text)
  if (read.ok) return read.value
  throw new BadInput(listed(`${file} cannot be read as a matrix:`, read.error.map(englishOfFault)))
}

/** Why a file was not published, in one piece. */
export function refusalOf(file: string, refusal: PublishRefusal): BadInput {
  if (refusal.type === 'MatrixFindings') return findingsOf(file, refusal.findings)
  const { version } = refusal
  return new BadInput(`version ${version} came meanwhile; see what it changed: matrix diff --to ${version}`)
}

export function findingsOf(file: string, findings: readonly Finding[]): BadInput {
  return new BadInput(listed(`${file} cannot be published:`, findings.flatMap(linesOfFinding)))
}

export function listed(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `  ${line}`)].join('\n')
}

/** Says what is questionable; throws when it cannot be published. Gives what is questionable. */
export function look(
  file: string,
  matrix: Matrix,
  around: Around,
  out: (line: string) => void
): readonly Finding[] {
  const checked = checkMatrix(matrix, around)
  if (!mayPublish(checked)) throw findingsOf(file, checked.findings)
  for (const line of checked.findings.flatMap(linesOfFinding)) out(line)
  return checked.findings
}
