export const sla = {
  title: 'Deadlines',
  clock: { own: 'Time to own', firstResponse: 'First response', resolve: 'Resolution', stage: 'Stage' },
  state: { on_track: 'On track', at_risk: 'At risk', breached: 'Breached', paused: 'Paused', met: 'Met' },
  /** What a screen reader hears for the small sign. */
  description: {
    on_track: (clock: string, due: string) => `${clock}, on track: due ${due}`,
    at_risk: (clock: string, due: string) => `${clock}, at risk: due ${due}`,
    breached: (clock: string, due: string) => `${clock}, breached: was due ${due}`,
    late: (clock: string, when: string, over: string) => `${clock}, breached: reached ${when}, ${over}`,
    paused: (clock: string, why: string) => `${clock}, paused: ${why}`,
    met: (clock: string, when: string) => `${clock}, met at ${when}`
  },
  left: (span: string) => `${span} left`,
  over: (span: string) => `${span} over`,
  dueAt: (when: string) => `due ${when}`,
  wasDueAt: (when: string) => `was due ${when}`,
  metAt: (when: string) => `met ${when}`,
  lateAt: (when: string) => `reached ${when}`,
  target: (span: string) => `target ${span}`,
  none: 'No deadline runs on this case.',
  runsWhy: {
    own: 'until somebody takes the case',
    firstResponse: 'until the customer has a first answer',
    resolve: 'until the case is resolved',
    stage: 'until this tier resolves or returns it'
  },
  pausedWhy: {
    pending: 'waiting for the customer',
    on_hold: (reason: string) => `on hold: ${reason}`,
    ended: 'the case is resolved, an answer is still owed'
  }
}
