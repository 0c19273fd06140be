import path from 'node:path'
import { z } from 'zod'
import type { Case } from '../../shared/case/case.ts'
import { CaseId, type PersonId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { readYaml } from '../commands/yaml-file.ts'
import { type Core, createCore } from '../core.ts'
import { findCase } from '../log/cases.ts'
import { newestMatrixVer } from '../log/matrices.ts'
import { listResultsOf } from '../log/results.ts'
import { type Hand, openHand } from './open-hand.ts'
import { PassedOn, pickCases } from './pick-cases.ts'
import type { DemoGiven } from './seed-demo.ts'
import { Story } from './story.ts'

const MINUTE = 60_000

/** Something that happens at a time of its own. */
type Scene = { readonly at: number; readonly play: () => Promise<unknown> }
type Stage = {
  readonly core: Core
  readonly act: (by: PersonId, opId: string, caseId: CaseId, command: { type: string }) => Promise<void>
}

/**
 * Lets the people of the demo work for a few hours: the same sessions, ops and judge as for anybody, on a clock that runs
 * through the hours before now. Every start tells the same story.
 */
export async function tellStory({ home, now, newId }: DemoGiven, folder: string): Promise<void> {
  const { db } = home
  const clock = { at: 0 }
  const core = createCore({ home, now: () => clock.at, newId })
  const hands = new Map<PersonId, Hand>()
  const stage: Stage = {
    core,
    async act(by, opId, caseId, command) {
      if (listResultsOf(db, opId).length > 0) return // done before the story was cut short
      const hand = hands.get(by) ?? (await openHand(core, by))
      hands.set(by, hand)
      const { kase } = must(findCase(db, caseId), 'case of the story')
      await hand.act(opId, filled(command, kase, newestMatrixVer(db)), kase)
    }
  }
  const story = Story.parse(readYaml(path.join(folder, 'story.yaml')))
  const passedOn = z.array(PassedOn).parse(readYaml(path.join(folder, 'escalations.yaml')))
  const scenes = [
    ...story.flatMap((one, index) => written(stage, one, index, now())),
    ...pickCases(db, passedOn).flatMap((one) => passed(stage, one, now()))
  ]
  for (const { at, play } of scenes.toSorted((a, b) => a.at - b.at)) {
    clock.at = Math.min(at, now())
    await play()
  }
}

/** A case of the story, and what was done with it. */
function written({ core, act }: Stage, one: Story[number], index: number, now: number): Scene[] {
  const name = `story-${index + 1}`
  const caseId = CaseId.parse(name)
  const begins = now - one.ago * MINUTE
  const opening = { at: begins, play: () => core.intake.open({ ...one.case, caseId }) }
  const steps = one.next.map((step, at) => ({
    at: begins + step.after * MINUTE,
    play: () =>
      'customer' in step
        ? core.intake.customerWrote(caseId, step.customer, `${name}-${at + 1}`)
        : act(step.by, `${name}-${at + 1}`, caseId, step.do)
  }))
  return [opening, ...steps]
}

/** An imported case that was claimed, passed on and perhaps taken. */
function passed({ act }: Stage, { entry, kase }: ReturnType<typeof pickCases>[number], now: number): Scene[] {
  const at = now - entry.ago * MINUTE
  const { need, tried, accept } = entry
  const escalate = {
    type: 'case.escalate',
    rowId: 'l1-billing',
    to: { tier: 'L2', team: 'billing' },
    package: { need, tried }
  }
  const scenes = [
    { at, play: () => act(entry.by, `${kase.id}-claim`, kase.id, { type: 'case.claim' }) },
    { at: at + 7 * MINUTE, play: () => act(entry.by, `${kase.id}-pass`, kase.id, escalate) }
  ]
  if (!accept) return scenes
  const taken = { type: 'escalation.accept' }
  return [...scenes, { at: at + 20 * MINUTE, play: () => act(accept, `${kase.id}-take`, kase.id, taken) }]
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
