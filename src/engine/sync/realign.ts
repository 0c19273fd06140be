import { wordsOf } from '../../shared/case/command.ts'
import { type Op, opHash } from '../../shared/protocol/op.ts'
import type { Writer } from '../../sqlite/db.ts'
import { dropArchived, listArchivedAfter, listArchivedElsewhere, type Settled } from '../store/archive.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import {
  dropAnsweredAfter,
  dropOutbox,
  listOutbox,
  markLanded,
  pushOutbox,
  type Waiting
} from '../store/outbox.ts'
import { dropReview } from '../store/review.ts'

/** Where the server's memory of this device ends. `isOther`: it is the memory of another history, of a backup perhaps. */
export type Head = { readonly opNo: number; readonly hash: string; readonly isOther?: boolean }

/**
 * Makes the unanswered ops follow on what the server remembers of this device. Normally they do, and nothing happens.
 * They don't after this disk was rolled back (the server knows more) or the server's was (it knows less: then settled ops
 * it has forgotten go out again). Ops keep their ids, so nothing is done twice (protocol 3.9).
 */
export function realign(tx: Writer, { opNo, hash, isOther = false }: Head): void {
  const deviceId = findMeta(tx, 'deviceId') ?? ''
  // Under its former names nobody will say how far the server remembers: what it does, it answers as it did.
  const former = isOther ? listArchivedElsewhere(tx, deviceId) : []
  const forgotten = [...former, ...listArchivedAfter(tx, deviceId, opNo)]
  const unanswered = listOutbox(tx)
  const nextOpNo = getNumber(tx, 'nextOpNo')
  const inOrder =
    unanswered.every((one, index) => one.op.opNo === opNo + 1 + index) &&
    nextOpNo === opNo + 1 + unanswered.length
  const isBehind = isOther || forgotten.length > 0
  const toFlag = isBehind && unanswered.some(isFlaggable)
  if (forgotten.length === 0 && !toFlag && inOrder && follows(unanswered[0]?.op, hash)) return

  dropAnsweredAfter(tx, opNo)
  for (const { op } of forgotten) dropArchived(tx, op.opId)
  // What was refused and settled since is over; what still lies in the tray has no answer any more, and the next one counts.
  const lost = forgotten
    .filter(({ op, result }) => dropReview(tx, op.opId) !== undefined || result.refusal === null)
    .map(({ op }: Settled) => ({ ...op, replay: true }))
  const waiting = unanswered.map((one) =>
    isBehind && isFlaggable(one) ? { ...one, op: { ...one.op, replay: true } } : one
  )
  renumber(tx, lost, waiting, { opNo, hash }, deviceId)
}

/** It was on its way: a server that forgot may have done it. */
function isFlaggable({ state, op }: Waiting): boolean {
  return state === 'sent' && op.replay !== true
}

/** Ops of this machine chain among themselves; only the first one can fail to fit what the server remembers. */
function follows(first: Op | undefined, hash: string): boolean {
  return !first || opHash(first, hash) === first.hash
}

/** Numbers `lost` and then `waiting` behind a place, each chained to the one before, as ops of this device, under their own ids. */
export function renumber(
  tx: Writer,
  lost: readonly Op[],
  waiting: readonly Pick<Waiting, 'op' | 'happening' | 'landed'>[],
  head: Head,
  deviceId: string
): void {
  for (const { op } of waiting) dropOutbox(tx, op.opNo)
  let { opNo, hash } = head
  const again = lost.map((op) => ({ op, happening: null, landed: false }))
  for (const { op, happening, landed } of [...again, ...waiting]) {
    opNo += 1
    const { hash: _old, ...rest } = op
    const numbered = { ...rest, opNo, deviceId }
    hash = opHash(numbered, hash)
    pushOutbox(tx, { ...numbered, hash }, happening, wordsOf(op.command))
    if (landed) markLanded(tx, op.opId)
  }
  putMeta(tx, 'nextOpNo', opNo + 1)
  putMeta(tx, 'lastHash', hash)
}
