export const approvals = {
  title: 'Approvals',
  approve: 'Approve',
  decline: 'Decline',
  handOn: 'Hand on',
  asksFor: (who: string, what: string) => `${who} asks for ${what}`,
  decideBy: (time: string) => `Decide by ${time}`,
  step: (at: number, of: number) => `Step ${at} of ${of}`,
  thenGoesTo: (who: string) => `Then goes to ${who}`,
  reason: 'Reason',
  reasonHint: 'The person who asked will read it.',
  changed: 'The request changed while you were reading. Look again before you decide.',
  waiting: 'Waiting for approval',
  decided: 'Decided',
  empty: { title: 'Nothing waits for you', text: 'Requests for approval appear here.' }
}
