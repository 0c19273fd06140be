import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export const approvals = {
  title: 'Approvals',
  approve: 'Approve',
  decline: 'Decline',
  asksFor: (who: string, customer: string) => `${who} asks for this, for ${customer}.`,
  decideBy: (time: string) => `Decide by ${time}`,
  step: (at: number, of: number) => `Step ${at} of ${of}`,
  reason: 'Reason',
  reasonHint: 'The person who asked will read it.',
  changed: 'The request changed while you were reading. Look again before you decide.',
  count: (count: number) =>
    plural(count, { one: '# request waits for you', other: '# requests wait for you' }),
  next: 'Next request',
  previous: 'Previous request',
  openCase: 'Open the case',
  list: 'Requests that wait for you',
  approveTitle: (what: string) => `Approve: ${what}`,
  lastStep: 'It is granted at once.',
  nextStep: 'Then it goes to the next step.',
  note: 'Note',
  noteHint: 'Stays with the decision.',
  declineTitle: (what: string) => `Decline: ${what}`,
  asked: (when: string) => `asked ${when}`,
  waiting: 'Waiting for approval',
  handOn: 'Hand on',
  handOnTitle: (what: string) => `Hand on: ${what}`,
  handOnTo: 'Who decides instead',
  handOnHint: 'They read it before they decide, and have the whole time again.',
  nobodyElse: 'Nobody else here may decide this.',
  lastMove: 'The case moves at once.',
  lastException: 'It is allowed at once.',
  lastLater: 'It is done as soon as your yes goes out.',
  limitLabel: 'Limit',
  limit: (who: string, amount: string) => `${who} may grant ${amount} on one case`,
  noLimit: (who: string) => `${who} may grant none of this alone`,
  way: 'From, to',
  youDecide: 'You decide',
  inPlaceOf: (who: string) => `in place of ${who}`,
  history: {
    title: 'Customer',
    cases: (count: number, open: number) =>
      `${plural(count, { one: '# other case', other: '# other cases' })}, ${plural(open, { zero: 'none open', one: '# open', other: '# open' })}`,
    none: 'No other case of theirs is known here',
    granted: (what: string, amount: string, times: number) =>
      `${what} ${amount} (${plural(times, { one: 'once', other: '# times' })})`,
    nothing: 'Nothing granted before'
  },
  chain: 'Who decides',
  orAlso: (who: string) => `or ${who}`,
  ifNobody: {
    title: (time: string) => `If nobody answers by ${time}:`,
    reminds: (whom: string) => `${whom} is told and may answer as well; the time runs once more.`,
    goesOn: (to: string) => `it goes on to ${to}.`,
    no: 'that counts as a no.',
    yes: 'that counts as a yes, and it is done.',
    yesStep: 'that counts as a yes, and the next step is asked.',
    ends: 'the request ends and nothing happens.'
  },
  change: {
    title: 'The request changed while you were reading.',
    was: 'You were reading',
    now: 'It is now',
    read: 'Go on with the new one'
  },
  gone: 'This request no longer waits for you: somebody answered it, or it was taken back.',
  empty: { title: 'Nothing waits for you', text: 'Requests for approval appear here.' }
}
