import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CutJob } from './snapshots.ts'

export type CutThread = { readonly cut: (job: CutJob) => Promise<void>; stop(): Promise<void> }

/** As source beside this file; in a build beside the programs. */
const FILES = ['./cut-worker.ts', './cut-worker.js', '../cut-worker.js']

/** Cuts on a thread of its own, begun with the first job and again after it broke. `log`: the server's database. */
export function cutThread(log: string): CutThread {
  let worker: Worker | undefined
  function begin(): Worker {
    const file = FILES.map((one) => fileURLToPath(new URL(one, import.meta.url))).find(existsSync)
    if (!file) throw new Error('the program that cuts snapshots is missing')
    const begun = new Worker(file, { workerData: { log } })
    begun.unref()
    begun.once('exit', () => {
      if (worker === begun) worker = undefined
    })
    return begun
  }
  return {
    cut: (job) =>
      new Promise((resolve, reject) => {
        worker ??= begin()
        const at = worker
        const end = (work: () => void): void => {
          at.off('message', onMessage)
          at.off('error', onError)
          at.off('exit', onExit)
          work()
        }
        const onMessage = (said: { ok: true } | { ok: false; message: string }): void =>
          end(() => (said.ok ? resolve() : reject(new Error(said.message))))
        const onError = (error: unknown): void => end(() => reject(error))
        const onExit = (): void => end(() => reject(new Error('the thread ended')))
        at.on('message', onMessage)
        at.on('error', onError)
        at.on('exit', onExit)
        at.postMessage(job)
      }),
    async stop() {
      await worker?.terminate()
    }
  }
}
