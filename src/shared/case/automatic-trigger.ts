import type { Trigger } from '../escalation/matrix.ts'
import { addWorkingTime } from '../sla/working-time.ts'
import type { Case } from './case.ts'
import { returns } from './hop-history.ts'

const MINUTE = 60_000

/** When a trigger comes true on this case as it stands (ms; perhaps long ago), undefined when it will not while nothing else happens. */
export function triggerAt(kase: Case, trigger: Trigger, riskShare: number): number | undefined {
  switch (trigger.on) {
    case 'at_risk': {
      const clock = kase.clocks[trigger.clock]
      if (clock?.run.state !== 'running') return undefined
      return addWorkingTime(clock.run.dueAt, -clock.targetMinutes * MINUTE * riskShare)
    }
    case 'breached': {
      const clock = kase.clocks[trigger.clock]
      if (clock?.run.state !== 'running') return undefined
      return addWorkingTime(clock.run.dueAt, trigger.plusMinutes * MINUTE)
    }
    case 'reopened':
      return kase.reopenCount >= trigger.times ? kase.updatedAt : undefined
    case 'returned':
      return returns(kase) >= trigger.times ? kase.updatedAt : undefined
  }
}
