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
  empty: {
    queue: { title: 'No cases wait here', text: 'New ones appear on their own.' },
    work: { title: 'You have no open cases', text: 'Claim the next one from your queue.' },
    drafts: { title: 'No drafts', text: 'Replies and notes you have not sent are kept here.' },
    asked: {
      title: 'Nothing you asked for is open',
      text: 'Requests and escalations of yours stand here until somebody decides or accepts them.'
    },
    called: {
      title: 'Nobody has called',
      text: 'Cases that went back and forth, and whose agents ask for you, appear here.'
    },
    atRisk: { title: 'No case is at risk', text: 'Cases close to their deadline appear here.' },
    search: { title: 'No case matches', text: 'Try fewer words, or the case number.' }
  },
  shown: (count: number, total: string) => `${count} of ${total}`,
  /** Rows that are still drawn though the case is no longer in this list. */
  gone: 'No longer in this list',
  tidy: (count: number) => plural(count, { one: '# moved on', other: '# moved on' }),
  filters: { label: 'Which cases', open: 'Open', unowned: 'Unowned', ended: 'Done' },
  more: 'Loading more',
  draft: 'Draft',
  hasDraft: 'You have a draft here',
  waiting: (count: number) =>
    plural(count, { one: '# change saved here, not sent yet', other: '# changes saved here, not sent yet' }),
  ownedBy: (name: string) => `Owner: ${name}`,
  path: (path: string) => `Way: ${path}`,
  searchOf: (text: string) => `Results for “${text}”`,
  actions: {
    openQueue: 'Open a queue',
    showOpen: 'Show all open',
    goToWork: 'Go to My work',
    search: 'Change the search',
    newCase: 'New case'
  },
  emptyFilter: {
    unowned: { title: 'Every case has an owner', text: 'Cases that nobody has claimed appear here.' },
    ended: { title: 'Nothing done here yet', text: 'Resolved and closed cases of this queue appear here.' }
  },
  failed: {
    title: 'This list could not be read',
    why: 'The local part of the console did not answer.',
    next: 'What you did is saved. Try again.'
  },
  nothingToClaim: 'Every case in your queues has an owner.'
}
