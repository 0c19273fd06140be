import { listApprovals } from '../../src/engine/queries/approvals.ts'
import { getCase } from '../../src/engine/queries/case-get.ts'
import { listCases } from '../../src/engine/queries/case-list.ts'
import { listReviewRows } from '../../src/engine/queries/trays.ts'
import { wordsOfEvent } from '../../src/engine/store/facts.ts'
import type { Case } from '../../src/shared/case/case.ts'
import { commandFrom, type Filled } from '../../src/shared/case/command-from.ts'
import type { Option } from '../../src/shared/case/option.ts'
import type { CaseId } from '../../src/shared/lib/ids.ts'
import { must } from '../../src/shared/lib/must.ts'
import type { ApprovalRow, CasePage, CaseRow, CaseView, ReviewRow } from '../../src/shared/protocol/views.ts'
import { opened, queue } from './cases.ts'
import { Killed } from './killed.ts'
import { type Console, caseId, type World } from './world.ts'

/** A customer writes; the case waits in this queue. */
export async function openAt(
  world: World,
  key: string,
  over: Parameters<typeof opened>[0] = {}
): Promise<CaseId> {
  const { subject, body, customer, channel, category, priority, flags } = opened({
    queue: queue(key),
    ...over
  })
  const { n } = world.truth.prepare('SELECT count(*) AS n FROM cases').get() as { n: number }
  const host = world.hosts.find(({ isUp }) => isUp) ?? world.server
  const made = await world.drive(
    host.core.intake.open({
      caseId: caseId(`case-${n + 1}`),
      subject,
      body,
      customer,
      channel,
      category,
      priority,
      flags,
      queue: queue(key)
    })
  )
  if (!made) throw new Killed(`${host.name}, which never answered`)
  if (!made.ok) throw new Error(made.error.message)
  return made.value.caseId
}

export function rowsOf(one: Console, key: string, which: 'open' | 'unowned' | 'ended' = 'open'): CaseRow[] {
  const place = must(one.desk.place(), 'place')
  return listCases(
    one.db,
    place,
    { view: { kind: 'queue', queue: queue(key), which }, after: null, limit: 100 },
    one.desk.serverNow()
  ).rows
}

export function viewOf(one: Console, id: CaseId): CaseView | null {
  return getCase(one.db, must(one.desk.place(), 'place'), id, one.desk.serverNow())
}

export function caseOf(one: Console, id: CaseId): Case {
  const view = viewOf(one, id)
  if (view?.kind !== 'case') throw new Error(`${one.name} does not see ${id}`)
  return view.case
}

export function optionOf(one: Console, id: CaseId, optionId: string): Option {
  const view = viewOf(one, id)
  if (view?.kind !== 'case') throw new Error(`${one.name} does not see ${id}`)
  return must(
    view.options.find((option) => option.id === optionId || option.id.startsWith(`${optionId}:`)),
    `option ${optionId} among ${view.options.map((option) => option.id)}`
  )
}

export function textOf(one: Console, id: CaseId): string[] {
  const view = viewOf(one, id)
  if (view?.kind !== 'case') return []
  return view.timeline.flatMap(({ event }) =>
    event.type === 'case.opened' ? [event.body] : wordsOfEvent(event) || []
  )
}

export function reviewOf(one: Console): ReviewRow[] {
  return listReviewRows(one.db, one.desk.place()?.matrix.version ?? 0)
}

/** Presses a button as the screen would: it must be there and enabled, unless `must` is false. Throws when the engine says no. */
export function press(
  one: Console,
  id: CaseId,
  optionId: string,
  filled: Filled = {},
  { must: enabled = true } = {}
): void {
  const option = optionOf(one, id, optionId)
  if (!option.can && enabled) throw new Error(`${optionId} is greyed: ${JSON.stringify(option.why)}`)
  const acted = one.desk.act(commandFrom(option, caseOf(one, id), filled))
  if (!acted.ok && enabled) throw new Error(`${optionId} is refused: ${JSON.stringify(acted.error)}`)
}

export function approvalsOf(one: Console): ApprovalRow[] {
  return listApprovals(one.db, must(one.desk.place(), 'place'), one.desk.serverNow())
}

export function draftsOf(one: Console): CasePage {
  const asked = { view: { kind: 'drafts' as const }, after: null, limit: 50 }
  return listCases(one.db, must(one.desk.place(), 'place'), asked, one.desk.serverNow())
}

export function askedOf(one: Console): CasePage {
  const asked = { view: { kind: 'asked' as const }, after: null, limit: 50 }
  return listCases(one.db, must(one.desk.place(), 'place'), asked, one.desk.serverNow())
}
