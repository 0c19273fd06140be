import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

/** Trying a draft, and its picture. */
export const matrixTry = {
  traits: 'The case',
  pick: 'Take a real case',
  pickPlaceholder: 'Number or words of a case',
  pickEmpty: 'No case found',
  picked: (ref: string) => `As case ${ref}, now`,
  unpick: 'Back to a made-up case',
  person: 'Seen by',
  queue: 'Queue',
  amount: 'Asking for',
  owner: 'It is theirs',
  marks: 'Marks',
  underDraft: 'Under this draft',
  inForce: 'In force',
  same: 'Same under both',
  onlyDraft: 'Only under the draft',
  onlyForce: 'Only in force',
  changed: 'Changed',
  sameAll: 'The buttons are the same.',
  differ: (count: number) => plural(count, { one: '# button differs', other: '# buttons differ' }),
  noButtons: 'No way up.',
  others: (count: number) => plural(count, { one: '# other button', other: '# other buttons' }),
  row: (id: string) => `row ${id}`,
  alone: (amount: string) => `alone up to ${amount}`,
  asksFor: (amount: string, chain: string) => `for ${amount}: ${chain}`,
  special: (reason: string) => `Special route: ${reason}`,
  decides: (chain: string) => `Who decides: ${chain}`,
  nobody: 'nobody can approve it',
  greyed: 'It is greyed out.',
  resolves: (span: string) => `resolves within ${span}`,
  history: {
    start: 'Try this draft on history',
    again: 'Try again',
    cancel: 'Cancel',
    running: 'Trying',
    progress: (done: string, all: string) => `${done} of ${all} cases`,
    result: (changed: string, all: string) => `${changed} of ${all} cases would have gone elsewhere`,
    nothing: 'Every past case would have gone the same way.',
    cancelled: (done: string, all: string) => `Cancelled after ${done} of ${all} cases.`,
    failed: 'The trial stopped',
    stale: 'The draft was changed after this trial.',
    rows: 'Per row',
    before: 'In force',
    after: 'Draft',
    bar: (row: string, before: string, after: string) =>
      `${row}: ${before} under the matrix in force, ${after} under the draft. Show its cases`,
    idle: 'Rows that no past case matched',
    noIdle: 'Every row was used.',
    cases: 'Cases that would have gone elsewhere',
    casesOf: (row: string) => `Of these, those of ${row}`,
    allRows: 'Show all',
    way: (to: string, row: string) => `${to} by ${row}`,
    nowhere: 'nowhere',
    noMatrix: 'No matrix is in force yet to compare with.',
    needsServer: 'History is on the server. It can be tried once you are online.',
    empty: {
      title: 'Not tried yet',
      text: 'See which past cases would have gone elsewhere before you publish.'
    },
    loading: 'More is coming'
  },
  picture: {
    label: 'Tiers, teams and ways between them',
    kinds: {
      functional: 'Expertise',
      special: 'Special route',
      automatic: 'Automatic',
      move: 'Moved after approval',
      authority: 'Asks for authority'
    },
    edge: (kind: string, from: string, to: string) => `${kind}: ${from} to ${to}`,
    node: (queue: string, out: string, into: string) => `${queue}: ${out} out, ${into} in`,
    rowsOf: (name: string) => `Rows of ${name}`,
    choose: 'Choose a team or an arrow.',
    list: 'The same as a list',
    legend: 'Legend',
    none: 'none'
  }
}
