import type { AutomaticRow, Matrix } from '../escalation/matrix.ts'
import { EscalationId } from '../lib/ids.ts'
import { compareTiers } from '../people/tier.ts'
import { clocksWhenMoved, clocksWhenRetargeted, targetFor } from '../sla/clocks.ts'
import { addWorkingTime } from '../sla/working-time.ts'
import { triggerAt } from './automatic-trigger.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'
import { hasQueue, matches } from './routes.ts'

const MINUTE = 60_000

/** Which automatic row acts on a case next, and when (ms). */
export type NextAutomatic = { readonly row: AutomaticRow; readonly at: number }

/**
 * The automatic row that is due first on this case, undefined when none ever will be as things stand. A row acts once for each
 * time the case was opened or reopened, so a case that is sent back is not moved again at once (ES26). What came true before
 * `since` (ms) sets nothing off.
 */
export function nextAutomatic(kase: Case, matrix: Matrix, since = 0): NextAutomatic | undefined {
  if (kase.state.status === 'resolved' || kase.state.status === 'closed') return undefined
  let next: NextAutomatic | undefined
  for (const row of matrix.automatic) {
    if (!row.tiers.includes(kase.queue.tier) || !matches(row.when, kase) || hasFired(kase, row)) continue
    if (!changesSomething(kase, row, matrix)) continue
    const at = triggerAt(kase, row.trigger, matrix.riskShare)
    if (at !== undefined && at >= since && (!next || at < next.at)) next = { row, at }
  }
  return next
}

function hasFired(kase: Case, row: AutomaticRow): boolean {
  return kase.fired?.some((one) => one.rowId === row.id && one.reopenCount === kase.reopenCount) ?? false
}

/** Up only, and to a queue there is; not to the priority it has. */
function changesSomething(kase: Case, { act }: AutomaticRow, matrix: Matrix): boolean {
  switch (act.do) {
    case 'escalate':
      return hasQueue(matrix, act.to) && compareTiers(act.to.tier, kase.queue.tier) > 0
    case 'priority':
      return act.priority !== kase.priority
    case 'notify':
      return true
  }
}

/** What the server logs when an automatic row acts. `name`: a new name for the escalation it makes. */
export function automaticEvent(
  kase: Case,
  { id, act, trigger }: AutomaticRow,
  matrix: Matrix,
  at: number,
  name: string
): CaseEvent {
  const automatic = { rowId: id, on: trigger.on }
  switch (act.do) {
    case 'escalate': {
      const target = targetFor(matrix, act.to.tier, kase.priority)
      return {
        type: 'case.escalated',
        escalationId: EscalationId.parse(name),
        rowId: id,
        madeUnder: matrix.version,
        judgedUnder: matrix.version,
        from: kase.queue,
        to: act.to,
        package: {},
        acceptBy: addWorkingTime(at, act.acceptMinutes * MINUTE),
        resolveBy: addWorkingTime(at, act.resolveMinutes * MINUTE),
        clocks: clocksWhenMoved(kase.clocks, target, at, act),
        automatic
      }
    }
    case 'priority': {
      const target = targetFor(matrix, kase.queue.tier, act.priority)
      const clocks = clocksWhenRetargeted(kase.clocks, target, at)
      return { type: 'case.prioritySet', from: kase.priority, to: act.priority, clocks, automatic }
    }
    case 'notify':
      return { type: 'case.notified', whom: act.whom, automatic }
  }
}
