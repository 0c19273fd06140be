import type { ImportJob } from '../../../shared/protocol/imports.ts'
import type { Words } from '../../words/words.ts'

/** What became of the rows and cases of an import, as far as there is something of each. */
export function countsText(
  { imported, skipped, rejected, leftOut }: Pick<ImportJob, 'imported' | 'skipped' | 'rejected' | 'leftOut'>,
  { importing }: Words
): string {
  return [
    importing.imported(imported),
    ...(skipped > 0 ? [importing.skipped(skipped)] : []),
    ...(rejected > 0 ? [importing.rejected(rejected)] : []),
    ...(leftOut > 0 ? [importing.leftOut(leftOut)] : [])
  ].join(' · ')
}
