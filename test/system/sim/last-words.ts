import type { Case } from '../../../src/shared/case/case.ts'
import { commandFrom } from '../../../src/shared/case/command-from.ts'
import { caseScopes } from '../../../src/shared/case/rights.ts'
import type { CaseId } from '../../../src/shared/lib/ids.ts'
import { ben, lea, queue, sol } from '../../support/cases.ts'
import { caseOf, openAt, press, viewOf } from '../../support/people-acts.ts'
import type { Console } from '../../support/world.ts'
import { hostOf, move, publish } from './from-outside.ts'
import { movedBack, seesMore } from './moved-last.ts'
import { fail } from './oracle.ts'
import type { Story } from './story.ts'
import { work } from './work.ts'

/** Long enough for an answer that is late, and for the frame behind it. */
const QUIET_MS = 40_000
/** A few messages to and fro, each of which may take three seconds. */
const ANSWER_MS = 25_000
/** Minor units; the rich matrix asks two people. */
const TAKES_TWO = 12_000

/**
 * All is well, nobody is cut off, and nothing comes after it that would make up for what went missing: somebody works, and
 * somebody else learns that they work elsewhere by now.
 */
export async function lastWords(story: Story): Promise<void> {
  const { dice, world, consoles, saw } = story
  const [first] = consoles
  const one = dice.pick(consoles)
  for (let n = 0; n < 3; n += 1) work(story, one)
  for (const each of consoles) withdrawOthers(each)
  await world.clock.forward(ANSWER_MS)
  for (const { db, name } of consoles) {
    const open = db.prepare("SELECT op_no, state FROM outbox WHERE state <> 'answered'").all()
    if (open.length > 0) fail('I10', `${name} has no answers though nothing is in the way`, open)
  }
  await world.clock.forward(QUIET_MS)
  const how = dice.pick(['late', 'less', 'more', 'back', 'behind', 'twice', 'none'] as const)
  saw(`lastWords:${how}`)
  if (how === 'late') await tooLate(story)
  else if (how === 'less') await seesLess(story)
  else if (how === 'more') await seesMore(story)
  else if (how === 'back') await movedBack(story)
  else if (how === 'behind' && first) await noteBehind(story, first)
  else if (how === 'twice' && first) await decidesTwice(story, first)
  await world.clock.forward(QUIET_MS)
}

/** Somebody is away while they are moved, and comes with what they did on cases they do not see any more. */
async function tooLate(story: Story): Promise<void> {
  const { world, consoles } = story
  const [host, one] = [hostOf(story), consoles.find(({ person }) => person.id === ben.id)]
  if (!host || !one) return
  world.cut(one)
  for (let n = 0; n < 3; n += 1) work(story, one)
  lateNote(story, one)
  await move(story, { ...ben, queues: [queue('L1/tech')] }, host)
  world.mend(one)
  await world.clock.forward(QUIET_MS)
}

/** What somebody sees grows, and then it is less than before: nothing has to be fetched for that. */
async function seesLess(story: Story): Promise<void> {
  for (const keys of [['L2/tech', 'L2/billing'], ['L2/tech']]) {
    const host = hostOf(story)
    if (host) await move(story, { ...lea, queues: keys.map(queue) }, host)
    await story.world.clock.forward(QUIET_MS)
  }
}

/** A case is moved away, and before its console hears of it somebody notes on it. The note is the last thing that happens. */
async function noteBehind(story: Story, one: Console): Promise<void> {
  const { world, cases, consoles } = story
  for (const id of cases) {
    const mine = viewOf(one, id)
    // Who is on a case goes on seeing it, wherever it goes.
    if (mine?.kind !== 'case' || caseScopes(mine.case).includes(`user:${one.person.id}`)) continue
    for (const other of consoles) {
      const view = other === one ? null : viewOf(other, id)
      if (view?.kind !== 'case') continue
      const option = view.options.find(({ name }) => name === 'transfer')
      const field = option?.can ? option.fields.find(({ kind }) => kind === 'queue') : undefined
      const to = field?.kind === 'queue' ? field.choices.find(({ team }) => team !== 'billing') : undefined
      if (!option || !to) continue
      const acted = other.desk.act(commandFrom(option, view.case, { to, note: 'elsewhere' }))
      if (!acted.ok || !acted.opId) continue
      const isThere = (): boolean =>
        world.truth.prepare('SELECT 1 FROM facts WHERE op_id = ?').get(acted.opId) !== undefined
      for (let n = 0; n < 100 && !isThere(); n += 1) await world.clock.step()
      story.saw('noteBehind')
      return note(story, one, id)
    }
  }
}

/** A request that takes two people is answered, and answered once more by whoever gets at it: no screen offers that. */
async function decidesTwice(story: Story, asker: Console): Promise<void> {
  const { world, consoles, saw } = story
  const decider = consoles.find(({ person }) => person.id === sol.id)
  await publish(story, true)
  const id = await openAt(world, 'L1/billing')
  await world.clock.forward(ANSWER_MS)
  press(asker, id, 'claim')
  press(asker, id, 'grant:refund', { amountMinor: TAKES_TWO, package: { need: 'n', ask: 'a' } })
  await world.clock.forward(ANSWER_MS)
  if (!decider || viewOf(decider, id)?.kind !== 'case') return
  press(decider, id, 'approve')
  await world.clock.forward(ANSWER_MS)
  for (const each of consoles) {
    const view = viewOf(each, id)
    const one = view?.kind === 'case' ? view.case.escalations.at(-1) : undefined
    if (one?.kind !== 'hierarchical' || one.state.status !== 'requested') continue
    saw('decidesTwice')
    const { id: escalationId, subjectHash } = one
    each.desk.act({ type: 'approval.approve', caseId: id, escalationId, subjectHash })
  }
}

/** On a case its author will not see any more. */
function lateNote(story: Story, one: Console): void {
  const id = story.cases.find(
    (each) => viewOf(one, each)?.kind === 'case' && caseOf(one, each).queue.team === 'billing'
  )
  if (id) note(story, one, id)
}

function note({ saved }: Story, one: Console, caseId: CaseId): void {
  const acted = one.desk.act({ type: 'case.note', caseId, body: 'too late' })
  if (acted.ok && acted.opId) saved.push({ opId: acted.opId, by: one, waitsOn: undefined, isNote: true })
}

/** No screen offers it: a request is withdrawn by who made it, or by who has the case. */
function withdrawOthers({ db, desk, person }: Console): void {
  const rows = db.prepare('SELECT body FROM cases WHERE ended = 0 ORDER BY id').all() as { body: string }[]
  for (const { body } of rows) {
    const kase = JSON.parse(body) as Case
    if (kase.owner === person.id) continue
    for (const { id, by, state } of kase.escalations)
      if (by !== person.id && state.status === 'requested')
        desk.act({ type: 'escalation.withdraw', caseId: kase.id, escalationId: id })
  }
}
