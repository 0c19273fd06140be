import { getCase } from '../../../src/engine/queries/case-get.ts'
import type { Case } from '../../../src/shared/case/case.ts'
import { commandFrom, type Filled } from '../../../src/shared/case/command-from.ts'
import type { Option } from '../../../src/shared/case/option.ts'
import type { CaseId } from '../../../src/shared/lib/ids.ts'
import { DiskFault } from '../../../src/sqlite/fault.ts'
import { Killed } from '../../support/killed.ts'
import type { Random } from '../../support/random.ts'
import type { Console } from '../../support/world.ts'
import { fail } from './oracle.ts'
import type { Story } from './story.ts'

/** How often a button is pressed, against 1 for the rest: or stories would be all notes and never get anywhere. */
const WEIGHT: Readonly<Record<string, number>> = {
  note: 0.4,
  setCategory: 0.15,
  setPriority: 0.25,
  assign: 0.3,
  transfer: 0.2,
  release: 0.3,
  claim: 3,
  accept: 4,
  approve: 2,
  decline: 0.5,
  amend: 2,
  flag: 0.1,
  goPrivate: 4,
  callManager: 6,
  unflag: 0.3,
  swarm: 0.2,
  handOn: 1,
  grant: 1.5,
  return: 3,
  reply: 2,
  escalate: 1,
  withdraw: 0.4
}
/** Presses one of the buttons the screen would draw, or sends something no screen would. */
export function work(story: Story, one: Console): void {
  const { dice, saw } = story
  if (one.isDead) return
  const place = one.desk.place()
  if (!place) return
  const here = one.db
    .prepare('SELECT id FROM cases WHERE ended = 0 OR ? ORDER BY id')
    .all(dice.chance(0.2) ? 1 : 0) as { id: CaseId }[]
  if (here.length === 0) return
  const view = getCase(one.db, place, dice.pick(here).id, one.desk.serverNow())
  if (view?.kind !== 'case') return
  const chosen = weighted(
    dice,
    dice.chance(0.03) ? othersOptions(story, view.case.id) : view.options.filter((option) => option.can)
  )
  if (!chosen) return
  const command = commandFrom(chosen, view.case, fill(dice, chosen, view.case))
  const before = one.db
    .prepare(
      "SELECT op_id FROM outbox WHERE case_id = ? AND state <> 'answered' AND is_note = 0 ORDER BY op_no DESC LIMIT 1"
    )
    .get(view.case.id) as { op_id: string } | undefined
  const had = outboxOf(one)
  try {
    const acted = one.desk.act(command)
    if (acted.ok && acted.opId)
      story.saved.push({ opId: acted.opId, by: one, waitsOn: before?.op_id, isNote: chosen.name === 'note' })
    saw(acted.ok ? `act:${chosen.name}` : 'act:refused')
  } catch (error) {
    if (error instanceof DiskFault) {
      saw('act:diskFull')
      if (outboxOf(one) !== had) fail('I1', 'a full disk kept half of an op')
    } else if (!(error instanceof Killed)) throw error
  }
}

/** What somebody else could press: no screen offers it to this one, and whoever sends it all the same gets a no. */
function othersOptions({ consoles, dice, saw }: Story, id: CaseId): Option[] {
  const other = dice.pick(consoles)
  const place = other.isDead ? null : other.desk.place()
  const view = place && getCase(other.db, place, id, other.desk.serverNow())
  if (view?.kind !== 'case') return []
  saw('forged')
  return view.options.filter((option) => option.can)
}

function weighted(dice: Random, options: readonly Option[]): Option | undefined {
  const weights = options.map((option) => WEIGHT[option.name] ?? 1)
  let left = dice.next() * weights.reduce((sum, weight) => sum + weight, 0)
  return options.find((_option, index) => {
    left -= weights[index] ?? 0
    return left <= 0
  })
}

function fill(dice: Random, option: Option, kase: Case): Filled {
  const fields = option.can ? option.fields : []
  const filled: { -readonly [K in keyof Filled]: Filled[K] } = {
    package: { need: 'n', tried: 't', impact: 'i', ask: 'a' }
  }
  for (const field of fields) {
    if (field.kind === 'text')
      filled[field.name] = `${dice.chance(0.01) ? 'poison' : 'text'} ${dice.below(1_000)} of ${kase.ref}`
    else if (field.kind === 'queue') filled.to = dice.pick(field.choices)
    else if (field.kind === 'person') filled.to = dice.pick(field.choices)
    else if (field.kind === 'choice') filled.choice = dice.pick(field.choices)
    else if (field.kind === 'money') filled.amountMinor = dice.pick([500, 3_000, 12_000, 60_000])
  }
  return filled
}

function outboxOf(one: Console): number {
  return (one.db.prepare('SELECT count(*) AS n FROM outbox').get() as { n: number }).n
}
