import type { CaseId } from '../../shared/lib/ids.ts'
import { Down, type Frame, LIMITS, Pulled, Pushed, Renewed, Welcome } from '../../shared/protocol/sync.ts'
import type { Db } from '../../sqlite/db.ts'
import type { Place } from '../place.ts'
import { findMeta, getNumber, type Meta } from '../store/meta.ts'
import { listUnanswered, markSent } from '../store/outbox.ts'
import type { SeenTime } from '../store/seen-time.ts'
import { takeResults } from './answer.ts'
import { batchOf } from './batch.ts'
import { isGenuine } from './check-grant.ts'
import { fetchFiles, type Progress } from './fetching.ts'
import { helloOf } from './hello.ts'
import { type Call, FIRST_RETRY_MS, type Talk } from './line.ts'
import { saidGoodbye, stopped, turnedAway } from './no-more.ts'
import { rebaseStored } from './rebase.ts'
import { createSeen } from './seen.ts'
import type { Staging } from './staging.ts'
import { takeFetched } from './take-fetched.ts'
import { takeFrame } from './take-frame.ts'
import { takeNewName } from './take-new-name.ts'
import { takeWelcome } from './take-welcome.ts'
import type { Schedule } from './wire.ts'

export type TalkDeps = {
  readonly db: Db
  /** Which Tierline this is, and which run of it. */
  readonly app: string
  readonly instance: string
  readonly now: () => number
  readonly schedule: Schedule
  readonly staging: Staging
  /** How far a fetch is; null when none is under way. */
  readonly onProgress: (progress: Progress | null) => void
  readonly newId: () => string
  /** What this person signed in with. */
  readonly token: () => string
  /** The key the server signs with, as sign-in brought it; null where that was before there was one. */
  readonly grantKey: string | null
  readonly seen: SeenTime
  /** How much goes into one message; smaller in tests, so that a story of minutes has many pages. */
  readonly limits?: Limits
  readonly place: () => Place | undefined
  readonly setPlace: (place: Place) => void
  /** After a commit: these cases look different now. */
  readonly onCases: (caseIds: readonly CaseId[]) => void
  /** The connection changed: online or not, problem, progress, or what waits. */
  readonly onStatus: () => void
}

/** `words`: of so many facts the words are made findable in the same write; those of more wait (EN28). */
export type Limits = {
  readonly ops: number
  readonly pull: number
  readonly words?: number
}

/** What is said on one call: the greeting, then one push and one pull under way at a time, and the server's frames in between. */
export function createTalk(deps: TalkDeps, call: Call): Talk & { push(): void } {
  const limits: Limits = deps.limits ?? LIMITS
  let pushing = false
  let pulling = false
  /** Asked for while a pull was in flight, which may have been answered before what it is asked for. */
  let pullAgain = false

  const seen = createSeen(deps.schedule, () => {
    // The person may have signed out meanwhile, and the file be closed.
    if (call.isOnline()) call.tell('sync:seen', { cursor: getNumber(deps.db, 'cursor') })
  })

  async function greet(): Promise<void> {
    const hello = helloOf(deps.db, deps)
    const welcome = Welcome.parse(await call.ask('sync:hello', hello))
    if (!welcome.ok) return turnedAway(call, welcome)
    const key = deps.grantKey ?? findMeta(deps.db, 'grantKey') ?? null
    if (!isGenuine(welcome.grant, { personId: welcome.person.id, deviceId: hello.deviceId, key }))
      return call.giveUp({
        name: 'SignInAgain',
        message: 'the server signs with another key than at sign-in'
      })
    const { place, caseIds, differs } = takeWelcome(deps.db, welcome, deps.now())
    // What was being fetched may be out of sight now.
    if (!welcome.fetch) deps.staging.drop()
    deps.setPlace(place)
    deps.onCases(caseIds)
    deps.seen.trust()
    call.greeted()
    deps.onStatus()
    push()
    // The server starts to send frames once it knows that this console stands at the head: from the hello, or from a pull.
    // A frame that crossed the hello may have brought the cursor there meanwhile, and the server cannot know.
    if (differs.length > 0) await greet()
    else if (hello.cursor !== welcome.seq || welcome.fetch) pull()
    else call.caughtUp()
  }

  function push(): void {
    if (pushing || !call.isOnline()) return
    pushing = true
    call.run(async () => {
      try {
        await pushAll()
      } finally {
        pushing = false
      }
    })
  }

  async function pushAll(): Promise<void> {
    for (;;) {
      const ops = batchOf(listUnanswered(deps.db, limits.ops))
      const [first] = ops
      const last = ops.at(-1)
      if (!first || !last) return
      deps.db.write((tx) => markSent(tx, last.opNo))
      const storeId = findMeta(deps.db, 'storeId') ?? ''
      const pushed = Pushed.parse(
        await call.ask('sync:push', {
          storeId,
          deviceId: findMeta(deps.db, 'deviceId') ?? '',
          firstOpNo: first.opNo,
          ops: [...ops]
        })
      )
      takeAnswers(pushed.results)
      if (pushed.stop === 'BUSY') {
        await call.pause(pushed.retryAfterMs ?? FIRST_RETRY_MS)
        continue
      }
      if (pushed.stop) return stopped(call, pushed)
      const [next] = listUnanswered(deps.db, 1)
      if (next && next.opNo <= first.opNo) throw new Error('the server took ops and did not answer the first')
    }
  }

  function takeAnswers(results: Pushed['results']): void {
    const place = deps.place()
    if (!place) return
    const touched = deps.db.write((tx) => {
      const cases = takeResults(tx, results, getNumber(tx, 'cursor'), serverNow())
      for (const caseId of new Set(cases)) rebaseStored(tx, place, caseId)
      return cases
    })
    deps.onCases(touched)
    deps.onStatus()
  }

  function pull(): void {
    if (!call.isOnline()) return
    pullAgain = true
    if (pulling) return
    pulling = true
    call.run(async () => {
      try {
        while (pullAgain && call.isOnline()) {
          pullAgain = false
          await pullAll()
        }
        // Only now: a server whose news this machine cannot take would otherwise be asked again and again at once.
        if (call.isOnline()) call.caughtUp()
      } finally {
        pulling = false
      }
    })
  }

  async function pullAll(): Promise<void> {
    for (;;) {
      const fetch = findMeta(deps.db, 'fetch')
      const cursor = getNumber(deps.db, 'cursor')
      const scopeVer = getNumber(deps.db, 'scopeVer')
      const isHeldRead = fetch && (cursor >= fetch.asOf || findMeta(deps.db, 'scopes')?.length === 0)
      if (isHeldRead) {
        if (!(await fetchAll(fetch, scopeVer))) return
        continue
      }
      const pulled = Pulled.parse(await call.ask('sync:pull', { cursor, scopeVer, max: limits.pull }))
      if (!pulled.ok && pulled.why === 'BUSY') await call.pause(pulled.retryAfterMs ?? FIRST_RETRY_MS)
      else if (!pulled.ok) return call.hangUp()
      else if (pulled.frame.to <= cursor || !take(pulled.frame)) return
    }
  }

  /** The files of a fetch: all of them, merged, taken in at once. False when the call is over. */
  async function fetchAll(fetch: NonNullable<Meta<'fetch'>>, scopeVer: number): Promise<boolean> {
    deps.onProgress({ done: 0, total: 0 })
    try {
      const manifests = await fetchFiles(call, deps.staging, fetch, scopeVer, deps.onProgress)
      if (!manifests || !call.isOnline()) return false
      const file = await deps.staging.merge(manifests)
      deps.onCases(takeFetched(deps.db, mustPlace(), file, manifests, serverNow()))
      deps.staging.drop()
      return true
    } finally {
      deps.onProgress(null)
    }
  }

  /** Takes a frame; false when it did not fit and something else is under way to mend that. */
  function take(frame: Frame): boolean {
    const place = deps.place()
    if (!place) return false
    const taken = takeFrame(deps.db, place, frame, serverNow(), limits.words)
    if (taken.kind === 'fence') {
      call.run(greet)
      return false
    }
    if (taken.kind === 'gap') pull()
    if (taken.kind !== 'taken') return false
    seen(frame.bytes)
    deps.onCases(taken.caseIds)
    deps.onStatus()
    if (taken.differs.length > 0) {
      call.run(greet)
      return false
    }
    return true
  }

  function hear(name: string, payload: unknown): void {
    if (!call.isOnline()) return
    call.run(async () => {
      if (name === 'sync:frame') take(Down['sync:frame'].parse(payload))
      else if (name === 'sync:poke') pull()
      else if (name === 'sync:rehello') await greet()
      else if (name === 'auth:expiring') await renew()
      else if (name === 'sync:bye') {
        const bye = Down['sync:bye'].parse(payload)
        if (bye.why === 'forked' && takeNewName(deps.db, deps.instance, deps.newId())) call.hangUp()
        else saidGoodbye(call, bye)
      }
    })
  }

  async function renew(): Promise<void> {
    const renewed = Renewed.parse(await call.ask('auth:token', { token: deps.token() }))
    if (!renewed.ok) call.giveUp({ name: 'SignInAgain', message: 'the sign-in has ended' })
  }

  function mustPlace(): Place {
    const place = deps.place()
    if (!place) throw new Error('no place before the welcome')
    return place
  }

  const serverNow = (): number => deps.now() + getNumber(deps.db, 'clockOffsetMs')

  return { greet: () => call.run(greet), push, hear }
}
