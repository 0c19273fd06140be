import type { Core } from '../src/server/core.ts'
import type { ServerSession } from '../src/server/session/session.ts'
import type { Command } from '../src/shared/case/command.ts'
import { OpId, PersonId } from '../src/shared/lib/ids.ts'
import { type Op, opHash } from '../src/shared/protocol/op.ts'
import type { Pushed, Welcome } from '../src/shared/protocol/sync.ts'
import { NINE } from '../test/support/cases.ts'
import { helloOf } from '../test/support/hello.ts'

/** A console that only pushes: what it says is made beforehand, so that none of the making is measured. */
export type Pusher = {
  readonly session: ServerSession
  readonly welcome: Extract<Welcome, { ok: true }>
  /** The message of its next ops, in the order they are to be sent. */
  next(commands: readonly Command[]): unknown
  /** Sends one of these. Throws unless all of it was done. */
  push(message: unknown): Promise<void>
}

let opIds = 0

export async function pusher(core: Core, personId: string, deviceId: string): Promise<Pusher> {
  const actor = PersonId.parse(personId)
  const session = core.connect({ personId: actor, tokenId: deviceId }, () => undefined)
  const welcome = (await session.receive('sync:hello', helloOf(deviceId))) as Welcome
  if (!welcome.ok) throw new Error(`turned away: ${welcome.why} ${welcome.message}`)
  let previous = welcome.headHash
  let opNo = welcome.headOpNo
  const opOf = (command: Command): Op => {
    opNo += 1
    opIds += 1
    const op = {
      ev: 1 as const,
      tv: 1,
      opId: OpId.parse(`op-bench-${opIds}`),
      opNo,
      deviceId,
      actorId: actor,
      storeId: welcome.storeId,
      caseId: command.caseId,
      base: { caseVer: 0, cursor: 0, matrixVer: 1 },
      deps: [],
      madeAt: NINE,
      mono: 0,
      bootId: 'boot',
      offline: false,
      grantId: null,
      command
    }
    previous = opHash(op, previous)
    return { ...op, hash: previous }
  }
  return {
    session,
    welcome,
    next(commands) {
      const firstOpNo = opNo + 1
      return { storeId: welcome.storeId, deviceId, firstOpNo, ops: commands.map(opOf) }
    },
    async push(message) {
      const pushed = (await session.receive('sync:push', message)) as Pushed
      const undone = pushed.results.find(({ outcome }) => outcome !== 'applied')
      if (pushed.stop || undone) throw new Error(`not done: ${JSON.stringify(pushed.stop ?? undone)}`)
    }
  }
}
