import type { Trigger } from './matrix.ts'

const CLOCKS = { own: 'time to own', firstResponse: 'time to the first response', resolve: 'time to resolve' }

/** What set an automatic row off, in a sentence for programs; `on` alone when the row is known no more. */
export function englishOfTrigger(trigger: Trigger | Pick<Trigger, 'on'>): string {
  switch (trigger.on) {
    case 'at_risk':
      return `${clockOf(trigger)} was at risk`
    case 'breached': {
      const late = 'plusMinutes' in trigger && trigger.plusMinutes > 0
      return `${clockOf(trigger)} was missed${late ? ` ${trigger.plusMinutes} minutes before` : ''}`
    }
    default:
      return `the case was ${trigger.on}${'times' in trigger ? ` (${trigger.times} times or more)` : ''}`
  }
}

function clockOf(trigger: object): string {
  return 'clock' in trigger ? `the ${CLOCKS[trigger.clock as keyof typeof CLOCKS]}` : 'a deadline'
}
