import { helloFrom, isSpoken } from '../../../src/server/session/older.ts'
import { LooseOp, Op, opHash } from '../../../src/shared/protocol/op.ts'
import { Hello, Push } from '../../../src/shared/protocol/sync.ts'
import { upcast } from '../../../src/shared/protocol/upcast.ts'
import type { Sent } from './account.ts'
import type { Insight } from './acts.ts'
import { fits } from './fits.ts'
import type { Seat } from './seat.ts'

/** What a text says, if it is a message: blanks among the digits of its ack do not keep Socket.IO from reading it. */
export function readText(text: string): { readonly name: string; readonly payload: unknown } | undefined {
  const [, list] = /^42[\d\s]*(\[.*)$/s.exec(text) ?? []
  try {
    const [name, payload] = JSON.parse(list ?? '') as unknown[]
    return typeof name === 'string' ? { name, payload } : undefined
  } catch {
    return undefined
  }
}

/** A console of an older protocol says hello with fewer words, and is let in with them. */
function inTodaysWords(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null) return payload
  const { proto } = payload as { readonly proto?: unknown }
  return typeof proto === 'number' && isSpoken(proto) ? helloFrom(proto, payload) : payload
}

/**
 * Notes what of a text may change anything, by the schemas, by who sends it and by what it follows: never by what the server
 * makes of it.
 */
export function noteSent(
  sent: Sent,
  { seat, insight }: { readonly seat: Seat; readonly insight: Insight },
  text: string
): void {
  const read = readText(text)
  if (read?.name === 'sync:hello') {
    const asked = fits(Hello, inTodaysWords(read.payload))
    // A database knows no half letters either.
    if (asked) sent.devices.add(Buffer.from(asked.deviceId).toString())
  }
  if (read?.name !== 'sync:push') return
  const batch = fits(Push, read.payload)
  if (!batch) return
  const { deviceId, ops } = batch
  const head = insight.headHash(deviceId)
  let previous = head
  for (const raw of ops) {
    const op = fits(LooseOp, raw)
    if (op?.actorId !== seat.personId || op.deviceId !== deviceId) continue
    sent.devices.add(deviceId)
    sent.read.add(op.opId)
    const whole = fits(Op, upcast(op))
    const follows = (hash: string): boolean => opHash(raw as LooseOp, hash) === op.hash
    const before = sent.hashes.get(op.opNo - 1) ?? []
    if (whole && whole.command.caseId === whole.caseId && [previous, head, ...before].some(follows))
      sent.good.add(op.opId)
    sent.hashes.set(op.opNo, [...(sent.hashes.get(op.opNo) ?? []), op.hash])
    previous = op.hash
  }
}
