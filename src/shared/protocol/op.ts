import { z } from 'zod'
import { Command } from '../case/command.ts'
import { hashOf } from '../lib/hash.ts'
import { CaseId, OpId, PersonId } from '../lib/ids.ts'

/**
 * An op: a command with its envelope. Everything later steps need (replay, forks, grants, upcasters) rides along from
 * the first day. `madeAt`, `mono`, `bootId` are for the audit only: order comes from `opNo` and the server's `seq` (SY3).
 */
const envelope = {
  /** Version of this envelope, and of the command's shape. */
  ev: z.literal(1),
  tv: z.number().int().min(1),
  opId: OpId,
  /** Contiguous per device from 1. */
  opNo: z.number().int().min(1),
  deviceId: z.string().min(8).max(64),
  actorId: PersonId,
  /** The server history it was made against; empty when this device has never met a server. */
  storeId: z.string().max(64),
  caseId: CaseId,
  base: z.object({
    caseVer: z.number().int().min(0),
    cursor: z.number().int().min(0),
    matrixVer: z.number().int().min(0)
  }),
  /** The ops this one builds on: the last unanswered one on the same case that is not a note. */
  deps: z.array(OpId).max(4),
  madeAt: z.number(),
  mono: z.number(),
  bootId: z.string().max(64),
  offline: z.boolean(),
  /** The offline grant it was made under. */
  grantId: z.string().max(120).nullable(),
  /** It may have been carried out before: its answer was lost with what a restored server forgot (SY46). */
  replay: z.boolean().optional(),
  /** SHA-256 of the op without this field, chained to the hash of the device's op before it. */
  hash: z.string().length(64)
}

export const Op = z.object({ ...envelope, command: Command })
export type Op = z.infer<typeof Op>

/** An op whose command this build may not know: it is answered (NotUnderstood) rather than cut off, so it blocks nothing behind it. */
export const LooseOp = z.object({ ...envelope, command: z.object({ type: z.string().max(80) }).loose() })
export type LooseOp = z.infer<typeof LooseOp>

/** What an op asks, as 64 hex characters: two ops of one name ask the same when their prints are the same (SY2). */
export function commandPrint(command: LooseOp['command']): string {
  return hashOf(command)
}

/** Whether an answer that was kept is one to this command. Of answers from before prints were kept nobody can tell: they are. */
export function answersTo(kept: { readonly asked: string }, print: string): boolean {
  return kept.asked === '' || kept.asked === print
}

/** The hash of an op that follows the op with hash `previous` ('' for the first). */
export function opHash(op: Omit<LooseOp, 'hash'> & { readonly hash?: string }, previous: string): string {
  const { hash: _hash, ...rest } = op
  return hashOf({ previous, op: rest })
}
