import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export const escalation = {
  title: 'Escalate',
  functional: 'Needs expertise',
  hierarchical: 'Needs authority',
  yourself: 'You can do this yourself',
  similar: 'Resolved cases like this one',
  acceptsWithin: (span: string) => `accepts within ${span}`,
  asks: (fields: string) => `Asks for: ${fields}`,
  handOff: 'Hand-off',
  package: {
    need: 'What the customer needs',
    tried: 'What was tried',
    impact: 'Impact',
    ask: 'What is asked for'
  },
  packageShort: { need: 'the need', tried: 'what was tried', impact: 'the impact', ask: 'the ask' },
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
  moveTo: (queue: string) => `Move to ${queue}`,
  exceptionOf: (what: string) => `Exception: ${what}`,
  automatic: (why: string) => `Automatic: ${why}`,
  trigger: {
    at_risk: 'a deadline is at risk',
    breached: 'a deadline was missed',
    reopened: 'it was reopened',
    returned: 'it was returned'
  },
  upTo: (what: string, amount: string) => `${what} up to ${amount}`,
  leftOnCase: (amount: string) => `${amount} left on this case`,
  approvalOver: (what: string, amount: string) => `Ask for approval: ${what} over ${amount}`,
  approvalFor: (what: string) => `Ask for approval: ${what}`,
  chain: (who: string, span: string) => `${who} within ${span}`,
  thenBy: ', then ',
  open: 'Under way',
  handOffTo: (queue: string) => `Escalate to ${queue}`,
  acceptBy: (queue: string, span: string, time: string) =>
    `${queue} accepts within ${span}, by ${time}. The case leaves your queue at once.`,
  grantTitle: (what: string) => what,
  yourLimit: (left: string) => `You can grant up to ${left} yourself.`,
  noLimit: 'You cannot grant this yourself; every amount is decided above.',
  grantsNow: 'Within your limit. It is granted at once.',
  grantsLater: 'Within your limit. It is granted as soon as it goes out.',
  decidedBy: 'Over your limit. Who decides:',
  stepBy: (who: string, span: string, time: string) => `${who}, within ${span} (by ${time})`,
  stepAfter: (who: string, span: string) => `then ${who}, within ${span}`,
  beyond: 'Nobody may approve this amount.',
  grantNow: (amount: string) => `Grant ${amount}`,
  askNow: (amount: string) => `Ask for approval: ${amount}`,
  notAnAmount: 'This is not an amount. Write it like 12.50.',
  amendText: 'The approvers start again with the new amount.',
  withdrawAsk: (what: string) => `Withdraw the request: ${what}`,
  withdrawText: 'The case comes back to you.',
  amend: (what: string) => `Change the request: ${what}`,
  decide: {
    approve: (what: string) => `Approve: ${what}`,
    decline: (what: string) => `Decline: ${what}`
  },
  hop: (from: string, to: string) => `${from} → ${to}`,
  askedBy: (who: string, when: string) => `${who}, ${when}`,
  acceptedBy: (who: string, span: string) => `Accepted by ${who} after ${span}`,
  notAcceptedYet: (time: string) => `Not accepted yet, due ${time}`,
  resolveBy: (time: string) => `To be resolved by ${time}`,
  returnedWith: 'Returned with this note',
  step: {
    waiting: (time: string) => `decides by ${time}`,
    later: 'comes after',
    never: 'was not asked',
    approved: (when: string) => `approved, ${when}`,
    declined: (when: string) => `declined, ${when}`,
    reminded: (when: string) => `was reminded, ${when}`,
    handed_on: (when: string) => `handed it on, ${when}`,
    timed_out: (when: string) => `did not answer in time, ${when}`
  },
  grants: 'Granted',
  grantedBy: (who: string, when: string) => `${who}, ${when}`,
  grantApproved: (who: string) => `approved by ${who}`,
  tried: {
    reply: (text: string) => `Answered: ${text}`,
    note: (text: string) => `Noted: ${text}`
  },
  inPlaceOf: (who: string, whom: string) => `${who}, in place of ${whom},`,
  allowed: 'Exceptions allowed',
  because: (why: string) => `Special route: ${why}`,
  special: {
    fraud: 'suspected fraud',
    compliance: 'compliance',
    outage: 'an outage',
    vip: 'a VIP customer',
    other: 'a special case'
  },
  hops: {
    title: 'Way of the case',
    how: {
      opened: (who: string) => `Opened by ${who}`,
      escalated: (who: string) => `Escalated by ${who}`,
      returned: (who: string) => `Returned by ${who}`,
      withdrawn: (who: string) => `Taken back by ${who}`,
      transferred: (who: string) => `Transferred by ${who}`
    },
    automatic: 'automatic',
    stayed: (span: string) => `stayed ${span}`,
    stays: (span: string) => `here for ${span}`,
    ruleInWords: (sentence: string, detail: string) => `${sentence} (${detail})`,
    ruleToday: (detail: string, sentence: string) => `${detail}; today it says: ${sentence}`,
    ruleLabel: 'Rule',
    rule: (row: string, version: number) => `row ${row}, version ${version}`,
    ruleBoth: (row: string, made: number, judged: number) =>
      `row ${row}, made under version ${made}, judged under ${judged}`
  },
  helped: {
    title: 'Resolved with the solution of',
    told: 'What that customer was told',
    use: 'Resolved with this',
    open: 'Open that case',
    with: (what: string) => `With the solution of ${what}. It counts as an escalation avoided.`,
    elsewhere: 'A case that is not on this machine'
  },
  tell: {
    title: 'Tell the customer',
    folded: 'Nothing is sent to the customer with it.',
    parts: 'What the message says',
    part: {
      empathy: 'Understanding',
      done: 'What was done',
      fault: 'It was our fault',
      serious: 'It is taken seriously',
      contact: 'Who looks after them now',
      next: 'When they hear from us',
      apology: 'An apology'
    },
    doneLabel: 'What was done, as the customer should read it',
    doneHint: 'Internal notes are never copied here.',
    message: 'Message',
    hint: 'Goes out together with the escalation. Change it as you like.',
    unfilled: (words: string) => `Still to be filled in: ${words}.`,
    again: 'Compose it again',
    send: 'Escalate and tell the customer'
  },
  returnTo: (queue: string) => `Return to ${queue}`,
  returnNote: 'What they need to know',
  returnWhy: 'Why it goes back',
  returnGoal: 'Who gets it',
  returnToTeam: (queue: string) => `The queue: ${queue}`,
  returnToPerson: (who: string) => `Straight to ${who}, who sent it`,
  returnReason: {
    answered: 'Answered: the rest can be done there',
    known_solution: 'There was a known solution',
    missing_information: 'Information is missing',
    not_ours: 'Not a matter for this team',
    other: 'Another reason'
  }
}
