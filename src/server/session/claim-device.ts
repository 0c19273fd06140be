import { type Desk, dismiss, type Seat } from '../desk.ts'
import { findSession, putSession } from '../log/devices.ts'

/**
 * Says to the other nodes that this connection of the installation counts from now on. Nobody waits for it: two connections
 * do no harm (ops are numbered), they only tire each other.
 */
export function claimDevice(
  desk: Desk,
  seat: Seat,
  { deviceId, instance = '' }: { readonly deviceId: string; readonly instance?: string | undefined }
): void {
  if (!desk.home.isShared) return
  desk.sessions.named += 1
  const session = `${desk.home.node}/${desk.sessions.named}`
  seat.session = null
  desk.home
    .write((tx) => {
      const before = findSession(tx, deviceId)?.session
      putSession(tx, deviceId, { session, instance })
      return before
    })
    .then((before) => {
      // A copy that lags behind what is durable still says who was there before, and that is nobody newer.
      if (findSession(desk.db, deviceId)?.session === before) return
      seat.session = session
      dismissReplaced(desk)
    })
    .catch((error: unknown) => desk.report('device.unclaimed', { deviceId, error }))
}

/** Ends connections whose installation has come to another node since; a second copy of it takes a name of its own (SY47). */
export function dismissReplaced(desk: Desk): void {
  for (const seat of desk.seats) {
    const { session, greeted } = seat
    const now = session && greeted ? findSession(desk.db, greeted.deviceId) : undefined
    if (!now || now.session === session || !greeted) continue
    const isCopy = now.instance !== '' && greeted.instance !== '' && now.instance !== greeted.instance
    dismiss(desk, seat, isCopy ? 'forked' : 'replaced')
  }
}
