import { z } from 'zod'
import { personScopes } from '../../shared/case/rights.ts'
import type { PersonId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { readAs } from '../../shared/lib/read-as.ts'
import { Hello, PROTOCOL, type Welcome } from '../../shared/protocol/sync.ts'
import { type Desk, dismiss, type Seat } from '../desk.ts'
import { problemOf } from '../judge.ts'
import { type Device, findDevice, putDevice } from '../log/devices.ts'
import { headSeq } from '../log/facts.ts'
import { findStoreId, getPeopleVer } from '../log/meta.ts'
import { findPerson, type KeptPerson, listPeople } from '../log/people.ts'
import { listResultsFrom } from '../log/results.ts'
import { listScopeSums } from '../log/scope-sums.ts'
import { isApiDevice } from './api-device.ts'
import { claimDevice } from './claim-device.ts'
import { noteHello } from './note-hello.ts'
import { grantFor } from './offline-grant.ts'
import { helloFrom, isSpoken, whyNot } from './older.ts'
import { planFetch } from './plan-fetch.ts'

type Refused = Extract<Welcome, { ok: false }>
const AnyHello = z.object({ proto: z.number() }).loose()

/** Who are you, how far have you got, and what have you missed. Everything after this rests on it. */
export async function hello(desk: Desk, seat: Seat, payload: unknown): Promise<Welcome> {
  const asked = readAs(AnyHello, payload)
  if (asked.success && !isSpoken(asked.data.proto))
    return { ...turnedAway('UPGRADE', whyNot(asked.data.proto)), proto: PROTOCOL }
  const parsed = readAs(Hello, asked.success ? helloFrom(asked.data.proto, asked.data) : payload)
  if (!parsed.success) return turnedAway('BAD', problemOf(parsed.error))
  const { deviceId } = parsed.data
  const waitMs = waitFor(desk, seat, deviceId)
  if (waitMs > 0) return { ...turnedAway('BUSY', 'too many consoles at once'), retryAfterMs: waitMs }

  // Another node may have answered this console last: this one hears all of it before it says anything.
  await desk.home.catchUp()
  const { personId } = seat.who
  if (!findPerson(desk.db, personId)) return turnedAway('AUTH', 'nobody of this name works here')
  const device = isApiDevice(deviceId) ? undefined : await deviceOf(desk, deviceId, personId)
  if (device?.personId !== personId) {
    return turnedAway('DEVICE', 'this installation belongs to somebody else; it needs a name of its own')
  }
  await noteHello(desk, parsed.data)
  // Nothing is waited for from here on, so all that is told stands at one place in the log.
  if (seat.isClosed) return turnedAway('BAD', 'this connection has ended')
  const matrix = desk.getMatrix(desk.db)
  if (!matrix)
    return { ...turnedAway('BUSY', 'no escalation matrix has been published yet'), retryAfterMs: 10_000 }
  replaceOlder(desk, seat, parsed.data)
  claimDevice(desk, seat, parsed.data)
  const known = must(findPerson(desk.db, personId), 'person')
  return welcome(desk, seat, parsed.data, known, device, matrix)
}

/** The narrowest door first: who is put off there takes nothing from the others. */
function waitFor({ hellos, now }: Desk, { who }: Seat, deviceId: string): number {
  const at = now()
  return hellos.device.take(deviceId, at) || hellos.person.take(who.personId, at) || hellos.all.take(at)
}

function welcome(
  desk: Desk,
  seat: Seat,
  asked: Hello,
  { person, scopeVer }: KeptPerson,
  device: Device,
  matrix: NonNullable<ReturnType<Desk['getMatrix']>>
): Welcome {
  const { db } = desk
  const storeId = findStoreId(db)
  const seq = headSeq(db)
  const peopleVer = getPeopleVer(db)
  const scopes = personScopes(person)
  const { kept, fetch, since } = planFetch(desk, {
    asked,
    device,
    personId: person.id,
    scopes,
    scopeVer,
    storeId,
    head: seq
  })
  if (asked.differs.length > 0) {
    const { deviceId, cursor, differs } = asked
    desk.report('scope.differed', { personId: person.id, deviceId, cursor, scopes: differs })
  }
  desk.fetching.delete(seat)
  seat.greeted = {
    deviceId: device.deviceId,
    scopes,
    scopeVer,
    instance: asked.instance ?? '',
    proto: asked.proto,
    kept,
    fetch,
    since,
    isLive: kept.length > 0 && !fetch && asked.cursor === seq,
    sentTo: asked.cursor,
    lookedTo: asked.cursor,
    sumsAt: seq,
    owedTo: 0,
    seenTo: kept.length > 0 ? asked.cursor : 0,
    notedTo: asked.cursor,
    unseen: []
  }
  return {
    ok: true,
    storeId,
    serverTime: desk.now(),
    seq,
    headOpNo: device.headOpNo,
    headOpId: device.headOpId,
    headHash: device.headHash,
    scopeVer,
    scopes,
    kept: [...kept],
    fetch,
    sums: listScopeSums(db, kept),
    results: listResultsFrom(db, device.deviceId, asked.resultsFrom),
    matrix: asked.matrixVer === matrix.version ? null : matrix,
    people: asked.peopleVer === peopleVer ? null : { ver: peopleVer, list: listPeople(db) },
    person,
    grant: grantFor(desk.signer, person, device.deviceId, matrix.version, desk.now())
  }
}

/** The first hello of an installation binds it to its person. It begins at the place its first fetch will be as of. */
async function deviceOf(desk: Desk, deviceId: string, personId: PersonId): Promise<Device> {
  const known = findDevice(desk.db, deviceId)
  if (known) return known
  const sinceSeq = desk.snapshots.placeFor(headSeq(desk.db), 0)
  return desk.home.write((tx) => {
    const first = findDevice(tx, deviceId)
    if (first) return first
    const device: Device = { deviceId, personId, headOpNo: 0, headOpId: null, headHash: '', sinceSeq }
    putDevice(tx, device)
    return device
  })
}

/**
 * The newer connection of an installation counts, the older one ends. When another run of it is at the other end, this is a
 * second copy: the older one goes on under a name of its own, with all it has to say (SY47).
 */
function replaceOlder(desk: Desk, seat: Seat, { deviceId, instance = '' }: Hello): void {
  for (const other of desk.seats) {
    if (other === seat || other.greeted?.deviceId !== deviceId) continue
    const isCopy = instance !== '' && other.greeted.instance !== '' && other.greeted.instance !== instance
    dismiss(desk, other, isCopy ? 'forked' : 'replaced')
  }
}

function turnedAway(why: Refused['why'], message: string): Refused {
  return { ok: false, why, message }
}
