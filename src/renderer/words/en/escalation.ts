import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export const escalation = {
  title: 'Escalate',
  functional: 'Needs expertise',
  hierarchical: 'Needs authority',
  yourself: 'You can do this yourself',
  leftToday: (amount: string) => `Your limit: ${amount} left`,
  similar: 'Resolved cases like this one',
  toQueue: (queue: string) => `To ${queue}`,
  acceptsWithin: (span: string) => `accepts within ${span}`,
  decides: (who: string, span: string) => `${who} decides within ${span}`,
  asks: (fields: string) => `Asks for: ${fields}`,
  askForApproval: (amount: string, limit: string) => `Ask for approval: ${amount} (limit ${limit})`,
  handOff: 'Hand-off',
  package: {
    need: 'What the customer needs',
    tried: 'What was tried',
    impact: 'Impact',
    ask: 'What you ask for'
  },
  prefilled: 'Filled from the conversation. Check it.',
  send: 'Escalate',
  goesOutLater: 'Goes out when you are back online.',
  path: 'Way of the case',
  marks: {
    ping_pong: (times: number) =>
      plural(times, { one: 'Back and forth # time', other: 'Back and forth # times' }),
    returned: 'Returned',
    skipped: 'Skipped a tier'
  },
  state: {
    requested: 'Requested',
    accepted: 'Accepted',
    approved: 'Approved',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    expired: 'Expired',
    returned: 'Returned',
    closed: 'Closed'
  },
  list: 'Escalations',
  none: 'This case has not been escalated.',
  action: { refund: 'Refund', credit: 'Credit', goodwill: 'Goodwill' },
  returnTo: (queue: string) => `Return to ${queue}`,
  returnNote: 'What they need to know'
}
