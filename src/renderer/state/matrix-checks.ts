import type { Around } from '../../shared/escalation/check/check-matrix.ts'
import type { Finding } from '../../shared/escalation/finding.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import checkWorker from './check-worker.ts?worker&url'

/** What the checks are asked about. */
export type CheckAsked = { readonly doc: Matrix; readonly around: Around }

/** The part of a worker that is used here. */
type CheckWorker = {
  onmessage: ((event: MessageEvent<readonly Finding[]>) => void) | null
  postMessage(asked: CheckAsked): void
  terminate(): void
}

/** Checks one document at a time, beside the page: a large one takes seconds, and nobody's typing waits for it. */
export type Checker = {
  /** The check before is given up when it is still under way: its document is no longer the one that counts. */
  check(asked: CheckAsked, onFound: (found: readonly Finding[]) => void): void
  stop(): void
}

export function createChecker(start: () => CheckWorker = startWorker): Checker {
  let worker: CheckWorker | null = null
  let isBusy = false
  const stop = (): void => {
    worker?.terminate()
    worker = null
    isBusy = false
  }
  return {
    check(asked, onFound) {
      if (isBusy) stop()
      worker ??= start()
      isBusy = true
      worker.onmessage = ({ data }) => {
        isBusy = false
        onFound(data)
      }
      worker.postMessage(asked)
    },
    stop
  }
}

type Policy = { createScriptURL(url: string): string }
type PolicyMaker = { createPolicy(name: string, rules: Policy): Policy }

let policy: Policy | undefined

/** The page's policy takes no plain text as the address of a script: this one address is vouched for, it was built with the page. */
function startWorker(): CheckWorker {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyMaker }
  policy ??= trustedTypes?.createPolicy('tierline-checks', { createScriptURL: () => checkWorker })
  return new Worker(policy?.createScriptURL(checkWorker) ?? checkWorker, { type: 'module' })
}
