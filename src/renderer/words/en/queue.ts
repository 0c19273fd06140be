import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export const queue = {
  listOf: (name: string) => `Cases in ${name}`,
  newCases: (count: number) => plural(count, { one: '# new', other: '# new' }),
  claim: 'Claim',
  claimNext: 'Claim the next case',
  unowned: 'Nobody yet',
  mine: 'You',
  selected: (count: number) => plural(count, { one: '# selected', other: '# selected' }),
  columns: {
    subject: 'Subject',
    number: 'Number',
    sla: 'Time left',
    owner: 'Owner',
    status: 'Status',
    priority: 'Priority'
  },
  sort: { label: 'Order', byTime: 'Time left', byPriority: 'Priority', byAge: 'Oldest first' },
  empty: {
    queue: { title: 'No cases wait here', text: 'New ones appear on their own.' },
    work: { title: 'You have no open cases', text: 'Claim the next one from your queue.' },
    drafts: { title: 'No drafts', text: 'Replies and notes you have not sent are kept here.' },
    atRisk: { title: 'No case is at risk', text: 'Cases close to their deadline appear here.' },
    search: { title: 'No case matches', text: 'Try fewer words, or the case number.' }
  },
  onlySynced: 'Searching what is on this machine. Older cases are found once you are online.'
}
