import type { Report } from '../desk.ts'
import { encodeRows, factsAmong, hashOfChange } from './change.ts'
import { type Home, HomeBusy, HomeEnded, type Soon, type Status } from './home.ts'
import { Diverged, NewerSchema, type Replica } from './replica.ts'
import { type Change, CommitUnknown, LogAway, type SharedLog, type Turn } from './shared-log.ts'
import { createWorks, type Group, OneThrew } from './works.ts'

/** What a shared home needs of the world. `wait` resolves after so many ms; `random` gives [0, 1). */
export type SharedHomeGiven = {
  readonly log: SharedLog
  readonly replica: Replica
  readonly node: string
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
  readonly random: () => number
  readonly newCommitId: () => string
  readonly report: Report
  readonly soon?: Soon
}

/** A group of works waits so long for the log at most; then its people are told to come again. */
const PATIENCE_MS = 4_000
const FIRST_WAIT_MS = 40
const LONGEST_WAIT_MS = 800
/** More would wait longer than a console does for its answer. */
const MOST_WAITING = 4_096

/**
 * A home whose order and durability live in a log that several nodes share; each keeps a copy of what it makes. A write takes
 * the log's lock, hears what others wrote, runs on the open copy where nobody sees it, and is committed there before it is
 * kept here.
 */
export function sharedHome(given: SharedHomeGiven): Home {
  const { log, replica, node, now, wait, random, report } = given
  const soon = given.soon ?? setImmediate
  const works = createWorks()
  const newsListeners = new Set<() => void>()
  const endListeners = new Set<(why: string) => void>()
  /** Who wants to have heard everything. */
  let listening: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = []
  let isPlanned = false
  let running: Promise<void> | undefined
  let ended: string | undefined
  let isClosed = false
  let awaySince: number | undefined

  function plan(): void {
    if (isPlanned || running || isClosed) return
    isPlanned = true
    soon(() => {
      isPlanned = false
      running ??= run().finally(() => {
        running = undefined
        if (hasWork()) plan()
      })
    })
  }
  const hasWork = (): boolean => works.size() > 0 || listening.length > 0

  /** The only one that touches the log and the copy, one thing after the other. */
  async function run(): Promise<void> {
    while (hasWork()) {
      const group = works.next()
      const behind = works.size()
      const listeners = listening
      listening = []
      try {
        if (ended !== undefined) throw new HomeEnded(ended)
        if (group) await flush(group)
        else await hearAll()
        if (awaySince !== undefined) report('home.back', { awayMs: Math.round(now() - awaySince) })
        awaySince = undefined
        for (const { resolve } of listeners) resolve()
      } catch (error) {
        const told = toldOf(error)
        group?.fail(told)
        // Who waited all the while behind it would wait as long again, one group after the other.
        if (told instanceof HomeBusy) works.fail(behind, told)
        for (const { reject } of listeners) reject(told)
      }
    }
  }

  async function hearAll(): Promise<void> {
    for (;;) {
      const { head, changes } = await log.read(replica.head().n)
      hear(changes)
      const { n, hash } = replica.head()
      if (n > head.n || (n === head.n && hash !== head.hash))
        throw new Diverged(`this copy stands at change ${n}, the log at ${head.n}, and they do not fit`)
      if (n === head.n) return
    }
  }
  function hear(changes: readonly Change[]): void {
    if (changes.length === 0) return
    replica.apply(changes)
    for (const listener of newsListeners) listener()
  }

  /** Tries until it is known what became of it, or patience ends. */
  async function flush(group: Group): Promise<void> {
    const until = now() + PATIENCE_MS
    /** The commit whose answer was lost: what it would mean stands in the group already. */
    let unknown: string | undefined
    /** Over all tries: what one of them heard of before it failed is not told to the next. */
    const heard = new Set<string>()
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
      try {
        if (await tryOnce(group, heard, unknown)) return
      } catch (error) {
        if (error instanceof UnknownCommit) unknown = error.commitId
        else if (!(error instanceof LogAway)) throw error
        if (now() + waitMs > until) throw error
      }
      await wait(waitMs * (0.5 + random()))
    }
  }

  async function tryOnce(group: Group, heard: Set<string>, unknown: string | undefined): Promise<boolean> {
    const turn = await log.begin(replica.head().n)
    let isOpen = true
    const abort = async (): Promise<void> => {
      if (isOpen) await turn.abort()
      isOpen = false
    }
    try {
      await catchUpIn(turn, heard)
      if (unknown !== undefined && heard.has(unknown)) {
        await abort()
        group.settle()
        return true
      }
      const change = runGroup(group)
      if (!change) {
        await abort()
        group.settle()
        return true
      }
      try {
        await turn.append(change.change, change.facts)
        isOpen = false
        await turn.commit()
      } catch (error) {
        replica.drop()
        throw error instanceof CommitUnknown ? new UnknownCommit(change.change.commitId) : error
      }
      keep(change.change)
      group.settle()
      log.poke()
      return true
    } finally {
      await abort()
    }
  }

  /** Adds the names of the commits it hears of to `heard`. */
  async function catchUpIn(turn: Turn, heard: Set<string>): Promise<void> {
    let { changes } = turn
    while (changes.length > 0) {
      for (const { commitId } of changes) heard.add(commitId)
      hear(changes)
      if (replica.head().n >= turn.head.n) break
      changes = await turn.more(replica.head().n)
    }
    const { n, hash } = replica.head()
    if (n !== turn.head.n || hash !== turn.head.hash)
      throw new Diverged(`this copy stands at change ${n}, the log at ${turn.head.n}, and they do not fit`)
  }

  /** Runs the works on the open copy. Undefined: they wrote nothing, and nothing stays open. */
  function runGroup(group: Group) {
    try {
      runOnCopy(group)
      const rows = replica.written()
      if (rows.length === 0) {
        replica.drop()
        return undefined
      }
      const facts = factsAmong(rows, replica.columnsOf('facts'))
      const { n, hash: before, schema } = replica.head()
      const [firstSeq, lastSeq] = [facts[0]?.seq ?? 0, facts.at(-1)?.seq ?? 0]
      const change = {
        n: n + 1,
        commitId: given.newCommitId(),
        node,
        schema,
        firstSeq,
        lastSeq,
        before,
        rows: encodeRows(rows)
      }
      return { change: { ...change, hash: hashOfChange(change) }, facts }
    } catch (error) {
      replica.drop()
      throw error
    }
  }

  function runOnCopy(group: Group): void {
    try {
      group.run(replica.begin())
    } catch (error) {
      if (!(error instanceof OneThrew)) throw error
      replica.drop()
      group.run(replica.begin())
    }
  }

  /** It is durable, whatever this copy's disk says: what cannot be kept here now is heard again later. */
  function keep(change: Change): void {
    try {
      replica.keep(change)
    } catch (error) {
      replica.drop()
      report('replica.behind', { n: change.n, error })
    }
  }

  /** What the people whose work it was are told. What cannot mend by itself ends the home. */
  function toldOf(error: unknown): unknown {
    if (error instanceof Diverged || error instanceof NewerSchema) {
      end(error.message)
      return new HomeEnded(error.message)
    }
    if (error instanceof LogAway || error instanceof UnknownCommit) {
      if (awaySince === undefined) report('home.away', { error })
      awaySince ??= now()
      return new HomeBusy('the database does not answer; nothing was lost, try again')
    }
    return error
  }
  function end(why: string): void {
    if (ended !== undefined) return
    ended = why
    report('home.ended', { why })
    for (const listener of endListeners) listener(why)
  }

  const listen = (): Promise<void> =>
    new Promise((resolve, reject) => {
      listening.push({ resolve, reject })
      plan()
    })
  log.onPoke(() => {
    if (!isClosed && ended === undefined) listen().catch(() => undefined) // it was told already
  })

  return {
    node,
    isShared: true,
    db: replica.reader,
    file: replica.file.file,
    write(work) {
      if (isClosed) return Promise.reject(new Error('the log is closed'))
      if (ended !== undefined) return Promise.reject(new HomeEnded(ended))
      if (works.size() >= MOST_WAITING) return Promise.reject(new HomeBusy('too much is waiting; try again'))
      plan()
      return works.add(work)
    },
    catchUp: listen,
    onNews(listener) {
      newsListeners.add(listener)
      return () => newsListeners.delete(listener)
    },
    onEnd: (listener) => void endListeners.add(listener),
    isLead: () => ended === undefined && !isClosed && log.isLead(),
    status: (): Status => {
      if (ended !== undefined) return { ready: false, why: ended }
      return awaySince === undefined ? { ready: true } : { ready: false, why: 'the database does not answer' }
    },
    nodes: () => log.nodes().catch(() => new Set([node])),
    async close() {
      isClosed = true
      while (running || hasWork()) await (running ?? run())
      await log.close()
      replica.close()
    }
  }
}

/** Carries the name of a commit nobody can say anything about. */
class UnknownCommit extends Error {
  override readonly name = 'UnknownCommit'
  readonly commitId: string
  constructor(commitId: string) {
    super(`nobody can say whether commit ${commitId} happened`)
    this.commitId = commitId
  }
}
