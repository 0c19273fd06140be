import type { ImportJob } from '../../../shared/protocol/imports.ts'
import type { Telling } from './telling.ts'

/** What became of the rows and cases of an import, as far as there is something of each; '' where nothing has yet. */
export function countsText(
  {
    phase,
    imported,
    skipped,
    rejected,
    leftOut
  }: Pick<ImportJob, 'phase' | 'imported' | 'skipped' | 'rejected' | 'leftOut'>,
  { words: { importing } }: Telling
): string {
  return [
    ...(imported > 0 || phase === 'done' ? [importing.imported(imported)] : []),
    ...(skipped > 0 ? [importing.skipped(skipped)] : []),
    ...(rejected > 0 ? [importing.rejected(rejected)] : []),
    ...(leftOut > 0 ? [importing.leftOut(leftOut)] : [])
  ].join(' · ')
}

/** How far an import is: bytes while the file comes in and is read, cases afterwards. */
export function progressText(
  { phase, done, total }: Pick<ImportJob, 'phase' | 'done' | 'total'>,
  { words: { importing }, format }: Telling
): string {
  const bytes = phase === 'receiving' || phase === 'reading'
  const amount = (value: number) => (bytes ? format.size(value) : format.number(value))
  if (total === null) return importing.progressOf(amount(done))
  return bytes
    ? importing.progress(amount(done), amount(total))
    : importing.progressCases(amount(done), amount(total))
}
