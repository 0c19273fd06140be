import type { Command } from '../../shared/case/command.ts'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { OpId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { no, ok, type Result } from '../../shared/lib/result.ts'
import type { Person } from '../../shared/people/person.ts'
import { commandPrint, type LooseOp, opHash } from '../../shared/protocol/op.ts'
import type { OpResult } from '../../shared/protocol/sync.ts'
import { versionOf } from '../../shared/protocol/upcast.ts'
import type { Writer } from '../../sqlite/db.ts'
import type { Desk } from '../desk.ts'
import { type Device, findDevice } from '../log/devices.ts'
import { headSeq } from '../log/facts.ts'
import { findStoreId } from '../log/meta.ts'
import { findPerson } from '../log/people.ts'
import { listResultsOf } from '../log/results.ts'
import { apiDeviceOf } from './api-device.ts'
import { again, takeOne } from './push.ts'

/** What a program asks in somebody's name. The same `opId` again is the same question. */
export type Asked = { readonly opId: OpId; readonly command: Command }

/** What became of it. */
export type Taken = Omit<OpResult, 'opNo' | 'asked'>

/**
 * Takes a command as if it came from a console: it becomes the next op of the installation the person's programs share, and
 * goes the way of every op. An op that was answered, whichever way it came, keeps its answer (SV2); the same name with another
 * command is refused, and nothing is kept of it (SV59).
 */
export async function takeCommand(
  desk: Desk,
  { id }: Person,
  asked: Asked
): Promise<Result<Taken, { type: 'NoMatrix' }>> {
  const taken = await desk.home.write((tx) => {
    const matrix = desk.getMatrix(tx)
    // Who asks counts as they are now, as for a console.
    const person = must(findPerson(tx, id), 'person').person
    return matrix && (answered(tx, person, asked) ?? done(desk, tx, person, matrix, asked))
  })
  if (!taken) return no({ type: 'NoMatrix' })
  if (taken.isNew && taken.result.seq > 0) desk.dirty()
  return ok(taken.result)
}

type Answer = { readonly result: Taken; readonly isNew: boolean }

function answered(tx: Writer, person: Person, { opId, command }: Asked): Answer | undefined {
  const verdict = again(listResultsOf(tx, opId), commandPrint(command), { person })
  return verdict && { result: { opId, ...verdict }, isNew: false }
}

function done(desk: Desk, tx: Writer, person: Person, matrix: Matrix, asked: Asked): Answer {
  const at = desk.now()
  const device = deviceOf(tx, person)
  const op = opOf(asked, device, { storeId: findStoreId(tx), cursor: headSeq(tx), matrix, at })
  const taken = takeOne(desk, tx, device, op, op.opNo, { person, at, matrix })
  if ('stop' in taken) throw new Error(`an op made here was stopped: ${taken.message}`)
  const { opNo: _opNo, asked: _asked, ...result } = taken.result
  return { result, isNew: true }
}

function deviceOf(tx: Writer, { id: personId }: Person): Device {
  const deviceId = apiDeviceOf(personId)
  const fresh = { deviceId, personId, headOpNo: 0, headOpId: null, headHash: '', sinceSeq: headSeq(tx) }
  return findDevice(tx, deviceId) ?? fresh
}

type Now = {
  readonly storeId: string
  readonly cursor: number
  readonly matrix: Matrix
  readonly at: number
}

function opOf({ opId, command }: Asked, device: Device, { storeId, cursor, matrix, at }: Now): LooseOp {
  const op: Omit<LooseOp, 'hash'> = {
    ev: 1,
    tv: versionOf(command.type),
    opId,
    opNo: device.headOpNo + 1,
    deviceId: device.deviceId,
    actorId: device.personId,
    storeId,
    caseId: command.caseId,
    base: { caseVer: 0, cursor, matrixVer: matrix.version },
    deps: [],
    madeAt: at,
    mono: 0,
    bootId: 'api',
    offline: false,
    grantId: null,
    command
  }
  return { ...op, hash: opHash(op, device.headHash) }
}
