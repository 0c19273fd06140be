import { useState } from 'react'
import type { TellRefusal, Told } from '../../../shared/protocol/bridge.ts'

export type SigningIn = {
  /** Who or what is on its way. */
  readonly busy: string | null
  readonly problem: TellRefusal | null
  start(what: string, how: () => Promise<Told>): void
}

/** One try at a time. When it works the page changes by itself: the session says so. */
export function useSigningIn(onDone?: () => void): SigningIn {
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<TellRefusal | null>(null)
  async function run(what: string, how: () => Promise<Told>): Promise<void> {
    setBusy(what)
    setProblem(null)
    try {
      const told = await how()
      if (told.ok) onDone?.()
      else setProblem(told.error)
    } catch {
      setProblem({ type: 'ServerSaidNo', message: '' }) // the engine could not answer: the frame says why, here it only did not work
    } finally {
      setBusy(null)
    }
  }
  return {
    busy,
    problem,
    start: (what, how) => {
      if (busy === null) void run(what, how)
    }
  }
}
