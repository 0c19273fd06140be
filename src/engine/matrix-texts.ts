import { Worker } from 'node:worker_threads'
import { readMatrixText } from '../matrix-text/read-matrix-text.ts'
import { writeMatrixText } from '../matrix-text/write-matrix-text.ts'
import type { Matrix } from '../shared/escalation/matrix.ts'
import type { TextFault } from '../shared/escalation/text-fault.ts'
import type { Result } from '../shared/lib/result.ts'

/** Matrices as text, in and out. Reading one is work for seconds when it is long, so whoever asks waits and nobody else does. */
export type MatrixTexts = {
  read(text: string): Promise<Result<Matrix, readonly TextFault[]>>
  write(doc: unknown, as: 'yaml' | 'json'): Promise<string>
}

/** What the thread is given. */
export type TextTask =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'write'; readonly doc: unknown; readonly as: 'yaml' | 'json' }

/** The first word of a thread that could be had; the second is what was asked for. */
export const AT_WORK = 'at work'

/** Up to so many characters are done on the spot: a thread takes longer to start than they take. */
export const ON_THE_SPOT = 10_000

/** `thread`: the file of the thread that long texts are read and written in (matrix-thread). */
export function matrixTexts(thread: string): MatrixTexts {
  const run = (task: TextTask, length: number): Promise<unknown> =>
    length <= ON_THE_SPOT ? Promise.resolve(doText(task)) : aside(thread, task)
  return {
    read: (text) => run({ kind: 'read', text }, text.length) as ReturnType<MatrixTexts['read']>,
    write: (doc, as) => run({ kind: 'write', doc, as }, JSON.stringify(doc)?.length ?? 0) as Promise<string>
  }
}

export function doText(task: TextTask): unknown {
  return task.kind === 'read' ? readMatrixText(task.text) : writeMatrixText(task.doc, task.as)
}

/** A thread for one task: texts are rare, and what it used up goes with it. */
function aside(thread: string, task: TextTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: task, execArgv: [], env: {} })
    let works = false
    worker.on('message', (said) => {
      if (said === AT_WORK) works = true
      else resolve(said)
    })
    // A thread that cannot be had is no reason not to read; one that broke at it, as when its memory ends, would break us too.
    worker.once('error', (error) => (works ? reject(error) : resolve(doText(task))))
    worker.once('exit', (code) => reject(new Error(`the thread for texts ended with ${code}`)))
  })
}
