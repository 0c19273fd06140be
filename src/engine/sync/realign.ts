import { wordsOf } from '../../shared/case/command.ts'
import { type Op, opHash } from '../../shared/protocol/op.ts'
import type { Writer } from '../../sqlite/db.ts'
import { getNumber, putMeta } from '../store/meta.ts'
import {
  dropAnsweredAfter,
  dropArchived,
  dropOutbox,
  listArchivedFrom,
  listMine,
  listWaitingOn,
  pushOutbox
} from '../store/outbox.ts'
import { dropReview } from '../store/review.ts'

/** Where the server's memory of this device ends. */
export type Head = { readonly opNo: number; readonly hash: string }

/**
 * Makes the unanswered ops follow on what the server remembers of this device. Normally they do, and nothing happens.
 * They don't after this disk was rolled back (the server knows more) or the server's was (it knows less: then settled ops
 * it has forgotten go out again). Ops keep their ids, so nothing is done twice (protocol 3.9).
 */
export function realign(tx: Writer, head: Head): void {
  const forgotten = listArchivedFrom(tx, head.opNo + 1)
  const unanswered = [...listMine(tx)]
    .flatMap((caseId) => listWaitingOn(tx, caseId))
    .filter((one) => one.state !== 'answered')
  unanswered.sort((a, b) => a.op.opNo - b.op.opNo)
  const nextOpNo = getNumber(tx, 'nextOpNo')
  const inOrder =
    unanswered.every((one, index) => one.op.opNo === head.opNo + 1 + index) &&
    nextOpNo === head.opNo + 1 + unanswered.length
  if (forgotten.length === 0 && inOrder && follows(unanswered[0]?.op, head.hash)) return

  dropAnsweredAfter(tx, head.opNo)
  for (const op of forgotten) {
    dropArchived(tx, op.opNo)
    // It has no answer any more; the next one is the one that counts.
    dropReview(tx, op.opId)
  }
  for (const one of unanswered) dropOutbox(tx, one.op.opNo)
  let { opNo, hash } = head
  const lost = forgotten.map((op) => ({ op, happening: null }))
  for (const { op, happening } of [...lost, ...unanswered]) {
    opNo += 1
    const { hash: _old, ...rest } = op
    const numbered = { ...rest, opNo }
    hash = opHash(numbered, hash)
    pushOutbox(tx, { ...numbered, hash }, happening, wordsOf(op.command))
  }
  putMeta(tx, 'nextOpNo', opNo + 1)
  putMeta(tx, 'lastHash', hash)
}

/** Ops of this machine chain among themselves; only the first one can fail to fit what the server remembers. */
function follows(first: Op | undefined, hash: string): boolean {
  return !first || opHash(first, hash) === first.hash
}
