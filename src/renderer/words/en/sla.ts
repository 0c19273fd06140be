export const sla = {
  title: 'Deadlines',
  clock: { own: 'Owner', firstResponse: 'First response', resolve: 'Resolution', stage: 'Stage' },
  state: { on_track: 'On track', at_risk: 'At risk', breached: 'Breached', paused: 'Paused', met: 'Met' },
  /** What a screen reader hears for the small sign. */
  description: {
    on_track: (clock: string, due: string) => `${clock}, on track: due ${due}`,
    at_risk: (clock: string, due: string) => `${clock}, at risk: due ${due}`,
    breached: (clock: string, due: string) => `${clock}, breached: was due ${due}`,
    paused: (clock: string, why: string) => `${clock}, paused: ${why}`,
    met: (clock: string, when: string) => `${clock}, met at ${when}`
  },
  over: (span: string) => `${span} over`,
  pausedWhy: {
    pending: 'waiting for the customer',
    on_hold: 'on hold',
    closedHours: (opens: string) => `outside working hours, goes on at ${opens}`
  }
}
