import { setImmediate } from 'node:timers/promises'
import type { Elsewhere, Way } from '../../../shared/case/trial.ts'
import type { RowRef } from '../../../shared/escalation/finding.ts'
import { must } from '../../../shared/lib/must.ts'
import { queueKey } from '../../../shared/people/queue.ts'
import type { Reader } from '../../../sqlite/db.ts'
import { runTrial } from '../../jobs/run-trial.ts'
import { findCase } from '../../log/cases.ts'
import { flag, readFlags, whereOf } from '../args.ts'
import { within } from '../data-folder.ts'
import { numberOf } from './flag-values.ts'
import { readMatrixFile } from './matrix-file.ts'
import { versionOf } from './versions.ts'

type Say = (line: string) => void
const SHOWN = 20

/** Tries a file on the past cases of a data folder, against the matrix in force. */
export async function tryFile(args: readonly string[], out: Say): Promise<void> {
  const flags = readFlags(args, ['data', 'file'], ['show'])
  const draft = readMatrixFile(flag(flags, 'file'))
  const shown = flags['show'] === undefined ? SHOWN : numberOf('show', flags['show'])
  await within(whereOf(flags), async ({ db }) => {
    const elsewhere: Elsewhere[] = []
    let tried = 0
    const { changed, rows, idle } = await runTrial({
      db,
      inForce: versionOf(db, undefined),
      draft,
      signal: new AbortController().signal,
      pause: () => setImmediate(),
      onElsewhere: (found) => elsewhere.length < shown && elsewhere.push(found),
      onProgress: (done) => {
        tried = done
      }
    })
    out(`${changed} of ${tried} cases would go elsewhere`)
    for (const one of elsewhere) out(`  ${lineOf(db, one)}`)
    if (changed > elsewhere.length) out(`  and ${changed - elsewhere.length} more`)
    for (const { row, before, after } of rows)
      out(`${nameOf(row)}: ${before} cases now, ${after} with the draft`)
    for (const row of idle) out(`${nameOf(row)}: no case matched`)
  })
}

function lineOf(db: Reader, { caseId, from, before, after }: Elsewhere): string {
  const { ref, subject } = must(findCase(db, caseId), 'case').kase
  return `${ref} ${subject}: from ${queueKey(from)} to ${wayText(after)}, not ${wayText(before)}`
}

function wayText({ to, row }: Way): string {
  return to && row ? `${queueKey(to)} (${row.id})` : 'nowhere'
}

function nameOf({ list, id }: RowRef): string {
  return `${list} ${id}`
}
