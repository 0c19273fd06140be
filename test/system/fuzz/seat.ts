import { OpId, PersonId } from '../../../src/shared/lib/ids.ts'
import { type Op, opHash } from '../../../src/shared/protocol/op.ts'
import {
  type Hello,
  type Manifest,
  PROTOCOL,
  type Pushed,
  type Welcome
} from '../../../src/shared/protocol/sync.ts'
import { versionOf } from '../../../src/shared/protocol/upcast.ts'
import { NINE } from '../../support/cases.ts'
import { dial, type Line } from './line.ts'

/** One installation of one person, and how far it has got with the server. */
export type Seat = {
  readonly personId: string
  readonly deviceId: string
  readonly token: string
  line: Line | undefined
  storeId: string
  scopeVer: number
  cursor: number
  headOpNo: number
  headHash: string
  /** What it may see, and the files of it that the server named. */
  scopes: readonly string[]
  missing: readonly string[]
  asOf: number
  file: Manifest | undefined
  /** It may be elsewhere than it thinks: it says hello before it means anything again. */
  isLost: boolean
}

export function newSeat(personId: string, deviceId: string, token: string): Seat {
  const fresh = {
    storeId: '',
    scopeVer: 0,
    cursor: 0,
    headOpNo: 0,
    headHash: '',
    scopes: [],
    missing: [],
    asOf: 0,
    file: undefined
  }
  return { personId, deviceId, token, line: undefined, ...fresh, isLost: true }
}

/** The hello an honest console would say now; one that has no file yet has nothing. */
export function helloOf(seat: Seat): Hello {
  const { deviceId, storeId, cursor, scopes, headOpNo } = seat
  const about = {
    proto: PROTOCOL,
    app: 'fuzz',
    matrixVer: 0,
    peopleVer: 1_000_000,
    open: [],
    differs: [],
    fetching: null
  }
  return {
    ...about,
    deviceId,
    storeId,
    cursor,
    scopes: seat.file ? [...scopes] : [],
    nextOpNo: headOpNo + 1,
    resultsFrom: headOpNo + 1
  }
}

/** Connected and greeted again, if it was not. */
export async function sitDown(seat: Seat, url: string): Promise<void> {
  if (!seat.line?.isOpen) {
    const dialled = await dial(url, { token: seat.token })
    if ('refused' in dialled) throw new Error(`${seat.personId} is not let in: ${dialled.refused}`)
    seat.line = dialled.line
    seat.isLost = true
  }
  if (!seat.isLost) return
  heardWelcome(seat, (await seat.line.ask('sync:hello', helloOf(seat))) as Welcome | undefined)
  // What came before that was said to whoever it was then, perhaps to an older console in older words.
  seat.line.takeHeard()
}

export function heardWelcome(seat: Seat, welcome: Welcome | undefined): void {
  if (welcome?.ok !== true) return
  const { storeId, scopeVer, seq, headOpNo, headHash, scopes, fetch } = welcome
  const fetching = fetch ? { asOf: fetch.asOf, missing: fetch.scopes, file: undefined } : { missing: [] }
  Object.assign(seat, {
    storeId,
    scopeVer,
    cursor: seq,
    headOpNo,
    headHash,
    scopes,
    isLost: false,
    ...fetching
  })
}

/** What the answer to ops says about where the installation stands: only the last op of all that were taken is the head. */
export function heardPushed(
  seat: Seat,
  ops: readonly { readonly hash: string }[],
  pushed: Pushed | undefined
): void {
  const taken = pushed?.results.length ?? 0
  const last = ops[taken - 1]
  if (!pushed || pushed.stop !== null || !last) {
    seat.isLost = true
    return
  }
  seat.headOpNo = pushed.headOpNo
  seat.headHash = last.hash
}

/** The ops of these commands as the installation would send them next. */
export function opsOf(seat: Seat, commands: readonly unknown[], newId: () => string): Op[] {
  let previous = seat.headHash
  return commands.map((command, index) => {
    const { caseId, type } = command as Op['command']
    const opId = OpId.parse(newId())
    // What is new is named after the op that makes it (SY4).
    const named = type === 'case.open' ? { ...(command as object), caseId: opId } : (command as object)
    const op = {
      ev: 1 as const,
      tv: versionOf(type),
      opId,
      opNo: seat.headOpNo + 1 + index,
      deviceId: seat.deviceId,
      actorId: PersonId.parse(seat.personId),
      storeId: seat.storeId,
      caseId: (type === 'case.open' ? opId : caseId) as Op['caseId'],
      base: { caseVer: 0, cursor: seat.cursor, matrixVer: 1 },
      deps: [],
      madeAt: NINE,
      mono: index,
      bootId: 'fuzz',
      offline: false,
      grantId: null,
      command: named as Op['command']
    }
    previous = opHash(op, previous)
    return { ...op, hash: previous }
  })
}

export function pushOf(seat: Seat, ops: readonly Op[]) {
  const { storeId, deviceId, headOpNo } = seat
  return { storeId, deviceId, firstOpNo: headOpNo + 1, ops }
}
