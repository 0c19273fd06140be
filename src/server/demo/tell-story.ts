import type { Case } from '../../shared/case/case.ts'
import { CaseId, OpId, type PersonId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { opHash } from '../../shared/protocol/op.ts'
import { PROTOCOL, type Pushed, type Welcome } from '../../shared/protocol/sync.ts'
import { readYaml } from '../commands/yaml-file.ts'
import { type Core, createCore } from '../core.ts'
import { findCase } from '../log/cases.ts'
import { newestMatrixVer } from '../log/matrices.ts'
import type { DemoGiven } from './seed-demo.ts'
import { Story } from './story.ts'

const MINUTE = 60_000

/**
 * Lets the people of the demo work for a few hours: the same sessions, ops and judge as for anybody, on a clock that runs
 * through the hours before now. Every start tells the same story.
 */
export function tellStory({ db, now, newId }: DemoGiven, file: string): void {
  const story = Story.parse(readYaml(file))
  const clock = { at: 0 }
  const core = createCore({ db, now: () => clock.at, newId })
  const consoles = new Map<PersonId, Console>()
  const scenes = story.flatMap((one, index) => {
    const caseId = CaseId.parse(`story-${index + 1}`)
    const begins = now() - one.ago * MINUTE
    const opening = { at: begins, play: () => must(core.intake.open({ ...one.case, caseId }), 'case') }
    const steps = one.next.map((step, at) => ({
      at: begins + step.after * MINUTE,
      play: () => {
        if ('customer' in step) return core.intake.customerWrote(caseId, step.customer, `${caseId}-${at + 1}`)
        const console = consoles.get(step.by) ?? openConsole(core, step.by)
        consoles.set(step.by, console)
        const kase = must(findCase(db, caseId), 'case of the story').kase
        return console.act(`story-${index + 1}-${at + 1}`, filled(step.do, kase, newestMatrixVer(db)), kase)
      }
    }))
    return [opening, ...steps]
  })
  for (const { at, play } of scenes.toSorted((a, b) => a.at - b.at)) {
    clock.at = Math.min(at, now())
    play()
  }
}

/** What the person on the screen would have had in front of them. */
function filled(
  act: { type: string },
  kase: Case,
  matrixVer: number
): { type: string } & Record<string, unknown> {
  const last = kase.escalations.at(-1)
  const subject = last?.kind === 'hierarchical' ? { subjectHash: last.subjectHash } : {}
  return { caseId: kase.id, matrixVer, ...(last ? { escalationId: last.id } : {}), ...subject, ...act }
}

type Console = { act(opId: string, command: { type: string }, kase: Case): void }

/** As much of a console as it takes to send ops. */
function openConsole(core: Core, personId: PersonId): Console {
  const deviceId = `demo-story-${personId}`
  const session = core.connect({ personId, tokenId: 'story' }, () => undefined)
  const zeros = { cursor: 0, scopeVer: 0, matrixVer: 0, peopleVer: 0 }
  const hello = {
    proto: PROTOCOL,
    app: 'demo',
    deviceId,
    storeId: '',
    ...zeros,
    nextOpNo: 1,
    open: [],
    resultsFrom: 1
  }
  const welcome = session.receive('sync:hello', hello) as Welcome
  if (!welcome.ok) throw new Error(`the demo's ${personId} was turned away: ${welcome.message}`)
  const { storeId } = welcome
  let opNo = welcome.headOpNo
  let previous: string = welcome.headHash
  return {
    act(opId, command, kase) {
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
      const pushed = session.receive('sync:push', { storeId, deviceId, firstOpNo: opNo, ops }) as Pushed
      const [result] = pushed.results
      const why = pushed.message ?? JSON.stringify(result?.refusal)
      if (result?.outcome !== 'applied')
        throw new Error(`the story breaks at ${opId} (${command.type}): ${why}`)
    }
  }
}
