import type { Op } from '../../shared/protocol/op.ts'
import { LIMITS } from '../../shared/protocol/sync.ts'

/** As many of the oldest ops as one message takes: at most 64 and 256 kB of JSON, but always one, or a large op would block the rest for ever. */
export function batchOf(ops: readonly Op[]): readonly Op[] {
  let bytes = 0
  let count = 0
  for (const op of ops.slice(0, LIMITS.ops)) {
    bytes += Buffer.byteLength(JSON.stringify(op))
    if (count > 0 && bytes > LIMITS.bytes) break
    count += 1
  }
  return ops.slice(0, count)
}
