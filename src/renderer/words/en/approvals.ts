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
  empty: { title: 'Nothing waits for you', text: 'Requests for approval appear here.' }
}
