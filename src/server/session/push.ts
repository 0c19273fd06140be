import { must } from '../../shared/lib/must.ts'
import { readAs } from '../../shared/lib/read-as.ts'
import { answersTo, commandPrint, LooseOp, opHash } from '../../shared/protocol/op.ts'
import { type OpResult, Push, type Pushed, type Stop } from '../../shared/protocol/sync.ts'
import { upcast } from '../../shared/protocol/upcast.ts'
import type { Reader, Writer } from '../../sqlite/db.ts'
import type { Desk, Greeted, Seat } from '../desk.ts'
import { judge, problemOf, refused, type Verdict } from '../judge.ts'
import { attempt } from '../log/attempt.ts'
import { type Device, findDevice, putDevice } from '../log/devices.ts'
import { findStoreId } from '../log/meta.ts'
import { findPerson, type KeptPerson } from '../log/people.ts'
import { type KeptResult, listResultsOf, pushResult } from '../log/results.ts'

type Stopped = { readonly stop: Stop; readonly message: string }
type Bench = Parameters<typeof judge>[2]

/**
 * Takes ops in their order, all of a batch in one transaction, and answers when it is on disk. An op that was answered
 * before gets the same answer again. The first op that cannot be taken ends the batch; those before it stand.
 */
export async function push(desk: Desk, seat: Seat, greeted: Greeted, payload: unknown): Promise<Pushed> {
  const parsed = readAs(Push, payload)
  if (!parsed.success) return stopped(desk.db, greeted, 'BAD', problemOf(parsed.error))
  if (parsed.data.deviceId !== greeted.deviceId)
    return stopped(desk.db, greeted, 'HELLO', 'another device said hello here')
  const pushed = await desk.home.write((tx) => takeBatch(desk, tx, seat, greeted, parsed.data))
  const newest = Math.max(0, ...pushed.results.map((result) => result.seq))
  greeted.owedTo = Math.max(greeted.owedTo, newest)
  if (newest > 0) desk.dirty()
  return pushed
}

function takeBatch(
  desk: Desk,
  tx: Writer,
  { who }: Seat,
  greeted: Greeted,
  { deviceId, storeId, ops, firstOpNo }: Push
): Pushed {
  if (storeId !== findStoreId(tx))
    return stopped(tx, greeted, 'STORE', 'the history of this server begins anew')
  const known = findPerson(tx, who.personId)
  if (!known) return stopped(tx, greeted, 'AUTH', 'nobody of this name works here')
  const matrix = desk.getMatrix(tx)
  if (!matrix) {
    const busy = stopped(tx, greeted, 'BUSY', 'no escalation matrix has been published')
    return { ...busy, retryAfterMs: 10_000 }
  }
  return takeAll(desk, tx, { deviceId, ops, firstOpNo, known, matrix })
}

type Batch = Pick<Push, 'deviceId' | 'ops' | 'firstOpNo'> & {
  readonly known: KeptPerson
  readonly matrix: Bench['matrix']
}

function takeAll(desk: Desk, tx: Writer, { deviceId, ops, firstOpNo, known, matrix }: Batch): Pushed {
  const results: OpResult[] = []
  let device = must(findDevice(tx, deviceId), 'device that said hello')
  for (const [index, raw] of ops.entries()) {
    const bench = { person: known.person, at: desk.now(), matrix }
    const taken = takeOne(desk, tx, device, raw, firstOpNo + index, bench)
    if ('stop' in taken) return { headOpNo: device.headOpNo, results, ...taken }
    results.push(taken.result)
    device = taken.device
  }
  return { headOpNo: device.headOpNo, results, stop: null }
}

/** One op: known already, out of its turn, not who it says, or judged and answered. */
export function takeOne(
  desk: Desk,
  tx: Writer,
  device: Device,
  raw: unknown,
  opNo: number,
  bench: Bench
): { result: OpResult; device: Device } | Stopped {
  const read = readOp(raw, device, opNo)
  if ('stop' in read) return read
  const { op } = read
  const shaped = upcast(op)
  const asked = commandPrint((shaped ?? op).command)
  const before = listResultsOf(tx, op.opId)
  const same = before.find((one) => one.deviceId === device.deviceId && one.opNo === opNo)
  if (same && answersTo(same, asked)) return { result: wireOf(same), device }
  if (!shaped)
    return { stop: 'UPGRADE', message: `op ${opNo} was made by a newer console: the server needs an update` }
  if (opNo <= device.headOpNo) return { stop: 'FORKED', message: `op ${opNo} of this device was another one` }
  if (opNo > device.headOpNo + 1) return { stop: 'GAP', message: `op ${device.headOpNo + 1} is missing` }
  if (op.hash !== opHash(raw as LooseOp, device.headHash)) {
    return { stop: 'FORKED', message: `op ${opNo} does not follow op ${device.headOpNo} of this device` }
  }
  const verdict = again(before, asked, bench) ?? judged(desk, tx, shaped, bench)
  const result: OpResult = { opId: op.opId, opNo, ...verdict, asked }
  const next: Device = { ...device, headOpNo: opNo, headOpId: op.opId, headHash: op.hash }
  pushResult(tx, { ...result, deviceId: device.deviceId, personId: bench.person.id })
  putDevice(tx, next)
  return { result, device: next }
}

function readOp(raw: unknown, device: Device, opNo: number): { op: LooseOp } | Stopped {
  const parsed = readAs(LooseOp, raw)
  if (!parsed.success) {
    const isNewer =
      typeof raw === 'object' && raw !== null && 'ev' in raw && typeof raw.ev === 'number' && raw.ev > 1
    return { stop: isNewer ? 'UPGRADE' : 'BAD', message: problemOf(parsed.error) }
  }
  const op = parsed.data
  if (op.deviceId !== device.deviceId || op.actorId !== device.personId) {
    return { stop: 'AUTH', message: 'an op of somebody else: everybody sends their own' }
  }
  if (op.opNo !== opNo) return { stop: 'BAD', message: `opNo: ${op.opNo} where ${opNo} comes next` }
  return { op }
}

/**
 * An op of this name came before: under another number from a device that was set back, or from another one. If it asked the
 * same, it happened once and keeps its answer; if not, its answer is none to this (SV6).
 */
export function again(
  before: readonly KeptResult[],
  asked: string,
  { person }: Pick<Bench, 'person'>
): Verdict | undefined {
  const [first] = before
  if (!first) return undefined
  if (first.personId !== person.id) return refused({ type: 'NotUnderstood', problem: 'opId: not new' })
  const same = before.find((one) => answersTo(one, asked))
  if (!same) return refused({ type: 'SentAlready', sent: null, at: null })
  const { outcome, refusal, told, seq } = same
  return { outcome, refusal, told, seq }
}

/** An op that breaks the rules' own code is answered too, so that it blocks nothing behind it. */
function judged(desk: Desk, tx: Writer, op: LooseOp, bench: Bench): Verdict {
  const tried = attempt(tx, () => judge(tx, op, bench))
  if (tried.ok) return tried.value
  const problem = tried.error instanceof Error ? tried.error.message : String(tried.error)
  desk.report('op.broke', { opId: op.opId, type: op.command.type, caseId: op.caseId, error: tried.error })
  return refused({ type: 'ServerBroke', problem: problem.slice(0, 300) })
}

export function wireOf({ deviceId: _device, personId: _person, ...result }: KeptResult): OpResult {
  return result
}

function stopped(db: Reader, { deviceId }: Greeted, stop: Stop, message: string): Pushed {
  return { headOpNo: findDevice(db, deviceId)?.headOpNo ?? 0, results: [], stop, message }
}
