import type { Case } from '../../shared/case/case.ts'
import { OpId, type PersonId } from '../../shared/lib/ids.ts'
import { opHash } from '../../shared/protocol/op.ts'
import { PROTOCOL, type Pushed, type Welcome } from '../../shared/protocol/sync.ts'
import type { Core } from '../core.ts'

/** As much of a console as it takes to send the ops of one person of the demo. */
export type Hand = { act(opId: string, command: { type: string }, kase: Case): Promise<void> }

export async function openHand(core: Core, personId: PersonId): Promise<Hand> {
  const deviceId = `demo-story-${personId}`
  const session = core.connect({ personId, tokenId: 'story' }, () => undefined)
  const zeros = { cursor: 0, matrixVer: 0, peopleVer: 0 }
  const nothingHeld = { scopes: [], differs: [], fetching: null }
  const hello = {
    proto: PROTOCOL,
    app: 'demo',
    deviceId,
    storeId: '',
    ...zeros,
    ...nothingHeld,
    nextOpNo: 1,
    open: [],
    resultsFrom: 1
  }
  const welcome = (await session.receive('sync:hello', hello)) as Welcome
  if (!welcome.ok) throw new Error(`the demo's ${personId} was turned away: ${welcome.message}`)
  const { storeId } = welcome
  let opNo = welcome.headOpNo
  let previous: string = welcome.headHash
  return {
    async act(opId, command, kase) {
      opNo += 1
      const op = {
        ev: 1 as const,
        tv: 1,
        opId: OpId.parse(opId),
        opNo,
        deviceId,
        actorId: personId,
        storeId,
        caseId: kase.id,
        base: { caseVer: kase.ver, cursor: 0, matrixVer: 1 },
        deps: [],
        madeAt: kase.updatedAt,
        mono: 0,
        bootId: 'story',
        offline: false,
        grantId: null,
        command
      }
      previous = opHash(op, previous)
      const ops = [{ ...op, hash: previous }]
      const asked = { storeId, deviceId, firstOpNo: opNo, ops }
      const pushed = (await session.receive('sync:push', asked)) as Pushed
      const [result] = pushed.results
      const why = pushed.message ?? JSON.stringify(result?.refusal)
      if (result?.outcome !== 'applied')
        throw new Error(`the story breaks at ${opId} (${command.type}): ${why}`)
    }
  }
}
