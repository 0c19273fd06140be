import { GRANT_MS } from '../../shared/protocol/offline-grant.ts'
import type { Hello } from '../../shared/protocol/sync.ts'
import type { Desk, Seat } from '../desk.ts'
import { dropSession, findDevice, findNoted, type Noted, putLeft, putNoted } from '../log/devices.ts'
import { dropGrantsBefore, findGrant, putGrant } from '../log/offline-grants.ts'
import { findPerson } from '../log/people.ts'
import { grantIdOf } from './offline-grant.ts'

/** Written down again only when something else is said, or after so long: a floor that comes back at once is let in quickly. */
const FRESH_MS = 60_000
/** Ops made under a grant may lie in an outbox long after it ended. */
const KEPT_MS = 60 * 24 * 60 * 60_000

/** What a console said of itself, for whoever looks after them, and which rights it leaves with. */
export async function noteHello(desk: Desk, hello: Hello): Promise<void> {
  const { deviceId } = hello
  const device = findDevice(desk.db, deviceId)
  const person = device && findPerson(desk.db, device.personId)?.person
  const matrixVer = desk.getMatrix(desk.db)?.version
  if (!person || matrixVer === undefined) return
  const { app, cursor, waiting = hello.open.length, toReview = 0 } = hello
  const at = desk.now()
  const noted: Noted = { app, seenAt: at, cursor, waiting, toReview }
  const grantId = grantIdOf(person, deviceId, matrixVer)
  const before = findNoted(desk.db, deviceId)
  const isFresh =
    before?.seenAt != null &&
    Math.abs(at - before.seenAt) < FRESH_MS &&
    before.app === app &&
    before.waiting === waiting &&
    before.toReview === toReview
  const grant = findGrant(desk.db, grantId)
  if (isFresh && grant && Math.abs(at - grant.lastAt) < GRANT_MS / 4) return
  await desk.home.write((tx) => {
    putNoted(tx, deviceId, noted)
    dropGrantsBefore(tx, at - KEPT_MS)
    putGrant(tx, { grantId, personId: person.id, deviceId, person, matrixVer, lastAt: at })
  })
}

/** Somebody whose node dies is known to have been here so long ago at most. */
const EVERY_MS = 5 * 60_000

/** Writes down now and then how far those are who stay connected, all in one go. */
export async function noteHere(desk: Desk): Promise<void> {
  const seenAt = desk.now()
  if (Math.abs(seenAt - desk.noted.at) < EVERY_MS) return
  desk.noted.at = seenAt
  const here = [...desk.seats].flatMap(({ greeted }) =>
    greeted?.isLive && greeted.seenTo !== greeted.notedTo ? [{ greeted, cursor: greeted.seenTo }] : []
  )
  if (here.length === 0) return
  await desk.home.write((tx) => {
    for (const { greeted, cursor } of here) putLeft(tx, greeted.deviceId, { seenAt, cursor })
  })
  for (const { greeted, cursor } of here) greeted.notedTo = cursor
}

/** How a console stood when it went: from then on nobody else can say. Nobody waits for it. */
export function noteLeft(desk: Desk, { greeted, session }: Seat): void {
  if (!greeted) return
  const { deviceId, seenTo: cursor } = greeted
  const seenAt = desk.now()
  desk.home
    .write((tx) => {
      putLeft(tx, deviceId, { seenAt, cursor })
      if (session !== null) dropSession(tx, deviceId, session)
    })
    .catch((error: unknown) => desk.report('device.unnoted', { deviceId, error }))
}
