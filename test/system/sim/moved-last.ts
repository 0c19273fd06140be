import type { CaseId } from '../../../src/shared/lib/ids.ts'
import { ana, ben, lea, queue } from '../../support/cases.ts'
import { openAt, press, viewOf } from '../../support/people-acts.ts'
import type { Console } from '../../support/world.ts'
import { hostOf, move } from './from-outside.ts'
import type { Story } from './story.ts'

/** Long enough for what was opened or said to be everywhere. */
const HEARD_MS = 15_000
/** More than goes out before a file can be here. */
const NOTES = 12

/**
 * Somebody is away while they are moved and moved back. Of what they had in sight one case went where they never were: no
 * change tells them so, and the file that is fetched does not have it. On the other they have written, and it has not gone out.
 */
export async function movedBack(story: Story): Promise<void> {
  const { world, consoles, saved, saw } = story
  const [one, other] = [ben, ana].map(({ id }) => consoles.find(({ person }) => person.id === id))
  if (!one || !other || !(await moved(story, ben, ['L1/billing']))) return
  const [goes, stays] = [await openAt(world, 'L1/billing'), await openAt(world, 'L1/billing')]
  await world.clock.forward(HEARD_MS)
  world.cut(one)
  for (let n = 0; n < NOTES; n += 1) {
    const acted = one.desk.act({ type: 'case.note', caseId: stays, body: `away ${n}` })
    if (acted.ok && acted.opId) saved.push({ opId: acted.opId, by: one, waitsOn: undefined, isNote: true })
  }
  press(other, goes, 'claim')
  await world.clock.forward(HEARD_MS)
  const isUp = escalate(other, goes)
  await world.clock.forward(HEARD_MS)
  await moved(story, ben, ['L1/tech'])
  await moved(story, ben, ['L1/billing'])
  world.mend(one)
  if (isUp) saw('movedBack')
}

/** Somebody sees more than before, and of what they see now much happened before they did. */
export async function seesMore(story: Story): Promise<void> {
  const { world, consoles, saw } = story
  const one = consoles.find(({ person }) => person.id === lea.id)
  if (!one || !(await moved(story, lea, ['L2/billing']))) return
  await openAt(world, 'L2/billing')
  await world.clock.forward(HEARD_MS)
  world.cut(one)
  const opened = [await openAt(world, 'L2/tech'), await openAt(world, 'L2/billing')]
  for (const id of opened) {
    const host = hostOf(story)
    if (host) await world.drive(host.core.intake.customerWrote(id, 'is anybody there?'))
  }
  await moved(story, lea, ['L2/billing', 'L2/tech'])
  world.mend(one)
  saw('seesMore')
}

async function moved(story: Story, person: typeof ben, keys: readonly string[]): Promise<boolean> {
  const host = hostOf(story)
  if (!host) return false
  await move(story, { ...person, queues: keys.map(queue) }, host)
  await story.world.clock.forward(HEARD_MS)
  return true
}

/** Up along whatever row the matrix of the moment has. */
function escalate(one: Console, id: CaseId): boolean {
  const view = viewOf(one, id)
  if (view?.kind !== 'case') return false
  const option = view.options.find(({ name, can }) => name === 'escalate' && can)
  if (!option) return false
  press(one, id, option.id, { package: { need: 'n', tried: 't', impact: 'i', ask: 'a' } })
  return true
}
