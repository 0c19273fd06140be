import path from 'node:path'
import { v7 } from 'uuid'
import { type EngineHost, keepEngine } from '../../../src/host/engine-host.ts'
import { type EngineProcess, forkNodeEngine } from '../../../src/host/engine-process.ts'
import type { Person } from '../../../src/shared/people/person.ts'
import type { Acted, Told } from '../../../src/shared/protocol/bridge.ts'
import type { Diagnostics } from '../../../src/shared/protocol/looked-after.ts'
import type { CasePage, CaseView, View } from '../../../src/shared/protocol/views.ts'
import { anyButton, pressedWith } from '../../support/filled.ts'
import type { Random } from '../../support/random.ts'
import { type Disk, makeDisk } from './disk.ts'
import type { Line } from './weather.ts'

const ENGINE = path.resolve(import.meta.dirname, 'engine.ts')

/** Something the engine said was on its disk. `mark`: words that stand nowhere else. */
export type SavedOp = { readonly opId: string; readonly mark: string; readonly type: string }

/** An installation with somebody in front of it: the engine as a host starts it, and the line it reaches the server by. */
export type Console = {
  readonly name: string
  readonly person: Person
  readonly data: string
  readonly line: Line
  readonly disk: Disk
  readonly saved: SavedOp[]
  /** Works, as a person does, until told to stop. */
  work(isOver: () => boolean): Promise<void>
  /** Ends the engine without asking. Its host starts it again. */
  kill(): void
  /** `listener` is called once, at the moment the engine has said that something is saved; not any more after what this gives is called. */
  whenSaved(listener: () => void): () => void
  signIn(): Promise<void>
  /** Whether its file stays the one it is: what is fetched into a queue without cases takes its place, and nobody may have it open then. */
  hasCopy(): Promise<boolean>
  hurry(): Promise<void>
  stop(): Promise<void>
}

type Given = {
  readonly name: string
  readonly person: Person
  readonly data: string
  readonly line: Line
  readonly dice: Random
}

/** Starts the engine; it is nobody's until somebody signs in. */
export function makeConsole({ name, person, data, line, dice }: Given): Console {
  const server = `http://127.0.0.1:${line.port}`
  let engine: EngineProcess | undefined
  let host = keep()
  let marks = 0
  let lastFault = 'none'
  const listeners = new Set<() => void>()
  const saved: SavedOp[] = []

  function keep(): EngineHost {
    return keepEngine(() => {
      engine = forkNodeEngine(ENGINE, process.execPath, { data, server })
      return engine
    })
  }

  function kill(): void {
    engine?.kill()
    // A host that was let down often waits longer and longer; a person closes the window and opens it again.
    void host.stop()
    host = keep()
  }

  async function ask<T>(
    kind: 'ask' | 'act' | 'tell',
    what: string,
    payload: unknown
  ): Promise<T | undefined> {
    const answer = await host.request(kind, what, payload)
    if (answer.ok) return answer.value as T
    lastFault = `${answer.fault.name}: ${answer.fault.message}`
    return undefined
  }

  /** Asked again under the same name until there is an answer, as the page does it. */
  async function act(command: object, mark: string, opId: string): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const acted = await ask<Acted>('act', 'act', { opId, command })
      if (acted?.ok && acted.opId) {
        for (const listener of [...listeners]) listener()
        saved.push({ opId, mark, type: String((command as { type?: unknown }).type) })
      }
      if (acted) return
      await pause(50)
    }
    throw new Error(`${name}: the engine never said what became of ${opId}; the last fault: ${lastFault}`)
  }

  async function once(): Promise<void> {
    const mark = `${name}-${++marks}-${v7().slice(-6)}`
    if (dice.chance(0.04)) return openCase(mark)
    // Somebody does not want to wait for the next try.
    if (dice.chance(0.05)) await ask('tell', 'sync.now', {})
    const view = anyView(dice, person)
    const page = await ask<CasePage>('ask', 'case.list', { view, after: null, limit: 30 })
    const rows = page?.rows ?? []
    if (rows.length === 0) return
    const caseView = await ask<CaseView>('ask', 'case.get', { caseId: dice.pick(rows).id })
    if (caseView?.kind !== 'case') return
    const option = anyButton(dice, caseView.options)
    if (option) await act(pressedWith(dice, option, caseView.case, mark) as object, mark, v7())
  }

  function openCase(mark: string): Promise<void> {
    const opId = v7()
    const customer = { id: `c-${mark}`, name: 'Rosa Conti', language: 'it', segment: 'B2C' }
    const about = { channel: 'email', category: 'billing', priority: 'normal' }
    const queue = { tier: 'L1', team: 'billing' }
    return act(
      { type: 'case.open', caseId: opId, subject: mark, body: mark, customer, queue, ...about },
      mark,
      opId
    )
  }

  return {
    name,
    person,
    data,
    line,
    disk: makeDisk(`${data}.disk`),
    saved,
    async work(isOver) {
      while (!isOver()) {
        await once()
        await pause(40 + dice.below(160))
      }
    },
    kill,
    whenSaved(listener) {
      const once = (): void => {
        listeners.delete(once)
        listener()
      }
      listeners.add(once)
      return () => void listeners.delete(once)
    },
    async signIn() {
      for (let tries = 0; tries < 100; tries += 1) {
        const told = await ask<Told>('tell', 'session.signInDemo', { personId: person.id })
        if (told?.ok) return
        await pause(200)
      }
      throw new Error(`${name} cannot sign in`)
    },
    async hasCopy() {
      const said = await ask<Diagnostics | null>('ask', 'diagnostics.get', {})
      return (said?.cursor ?? 0) > 0 && (said?.cases ?? 0) > 0
    },
    async hurry() {
      await ask('tell', 'sync.now', {})
    },
    stop: () => host.stop()
  }
}

function anyView(dice: Random, person: Person): View {
  const mine: View[] = [{ kind: 'work' }, { kind: 'approvals' }, { kind: 'asked' }]
  const queues = person.queues.map(
    (queue): View => ({ kind: 'queue', queue, which: dice.chance(0.15) ? 'ended' : 'open' })
  )
  return dice.chance(0.5) && queues.length > 0 ? dice.pick(queues) : dice.pick(mine)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
