import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

/** What rows are said with: the words between the parts, the names of the parts, and what their editors ask. */
export const matrixRows = {
  /** Stands before a condition: the first, and the ones after it. */
  when: 'when',
  and: 'and',
  condition: {
    category: 'the category is',
    priority: 'the priority is',
    channel: 'it came by',
    segment: 'the customer is',
    flags: 'it is marked'
  },
  /** Between the parts of a sentence. */
  lead: {
    from: 'From',
    because: 'For',
    tier: 'at',
    to: '→',
    accept: 'accepted within',
    resolve: 'resolved within',
    leaving: 'leaving',
    changed: 'if this changed on the way:',
    action: 'To',
    over: 'of',
    asked: 'asked at',
    chain: 'ask',
    trigger: 'When',
    act: '→',
    privately: 'goes on by'
  },
  part: {
    id: 'Id',
    from: 'From',
    tiers: 'Tiers',
    reason: 'Reason',
    category: 'Category',
    priority: 'Priority',
    channel: 'Channel',
    segment: 'Customer',
    flags: 'Marks',
    condition: 'Condition',
    to: 'To',
    channelTo: 'Channel',
    accept: 'Time to accept',
    resolve: 'Time to resolve',
    package: 'Hand-off',
    onChange: 'When the row changed',
    action: 'What',
    amount: 'Amount',
    twoPeople: 'Two people',
    exception: 'Exception',
    chain: 'Chain',
    trigger: 'Trigger',
    act: 'What happens'
  },
  addCondition: 'condition',
  wholeTier: (tier: string) => `${tier}, any team`,
  more: (count: number) => plural(count, { one: '# more', other: '# more' }),
  reason: {
    compliance: 'Compliance',
    fraud: 'Suspected fraud',
    outage: 'Outage',
    vip: 'VIP',
    other: 'Another reason'
  },
  onChange: { rebind: 'follow the new row', confirm: 'ask again' },
  onChangeHint: {
    rebind: 'An escalation made offline goes where the matrix leads now.',
    confirm: 'The agent is asked before it goes anywhere else.'
  },
  action: {
    refund: 'give a refund',
    credit: 'give credit',
    goodwill: 'give goodwill',
    move: 'move the case',
    exception: 'make an exception'
  },
  amount: (over: string, upTo: string) => `over ${over} up to ${upTo}`,
  over: 'Over',
  upTo: 'Up to',
  badRange: 'The upper bound must be over the lower one.',
  twoPeople: (amount: string) => `two people over ${amount}`,
  twoPeopleAdd: 'two people',
  twoPeopleOn: 'Over an amount the last step takes two different people',
  step: (who: string, time: string) => `${who} ${time}`,
  thenBy: ', then ',
  ifNobody: (what: string) => `; if nobody answers: ${what}`,
  timeout: {
    next: 'next',
    notify: (who: string) => `tell ${who}`,
    decline: 'declined',
    expire: 'it ends',
    approve: (amount: string) => `approved up to ${amount}`
  },
  timeoutPick: {
    next: 'Ask the next one',
    notify: 'Tell somebody else as well',
    decline: 'Count it as a no',
    expire: 'End the request',
    approve: 'Count it as a yes up to an amount'
  },
  chain: {
    step: (number: string) => `Step ${number}`,
    who: 'Who decides',
    within: 'Within',
    onTimeout: 'If nobody answers',
    whom: 'Who is told',
    upTo: 'Up to',
    add: 'Add a step',
    remove: (number: string) => `Remove step ${number}`,
    up: (number: string) => `Move step ${number} up`,
    down: (number: string) => `Move step ${number} down`,
    most: 'Six steps at most.',
    last: 'One step stays.'
  },
  unit: { minutes: 'minutes', hours: 'hours', days: 'days' },
  unitLabel: 'Unit',
  badTime: 'From 1 minute to 365 days.',
  keepOne: 'One has to stay.',
  none: 'None',
  noneMeansAny: 'Nothing ticked: any.',
  find: 'Find',
  nothingFound: 'Nothing found',
  unknown: (id: string) => `${id} (not in this matrix)`,
  trigger: {
    at_risk: (clock: string) => `${clock} is at risk`,
    breached: (clock: string) => `${clock} is breached`,
    breachedPlus: (clock: string, time: string) => `${clock} is breached for ${time}`,
    reopened: (count: number) => plural(count, { one: 'reopened # time', other: 'reopened # times' }),
    returned: (count: number) => plural(count, { one: 'returned # time', other: 'returned # times' })
  },
  triggerPick: {
    at_risk: 'A clock is at risk',
    breached: 'A clock is breached',
    reopened: 'The case was reopened',
    returned: 'The case was returned'
  },
  clock: { own: 'Time to own', firstResponse: 'First response', resolve: 'Time to resolve' },
  clockLabel: 'Clock',
  plus: 'For how long',
  times: 'How often',
  act: {
    escalate: (queue: string) => `escalate to ${queue}`,
    notify: (who: string) => `tell ${who}`,
    priority: (priority: string) => `set the priority to ${priority}`
  },
  actPick: { escalate: 'Escalate it', notify: 'Tell somebody', priority: 'Set the priority' },
  idHint: 'Small letters, digits and dashes. Escalations remember the row by it.',
  idTaken: 'Another row has this id.',
  apply: 'Apply',
  remove: (what: string) => `Remove ${what}`,
  limits: {
    action: 'What',
    perCase: 'On one case',
    perCustomer: 'To one customer',
    days: 'days',
    within: 'within',
    none: 'nothing alone',
    customer: (amount: string, days: string) => `${amount} per customer in ${days} days`,
    cell: (action: string, tier: string) => `${action}, ${tier}`
  },
  delegates: {
    of: 'Instead of',
    to: 'decides',
    when: 'When',
    away: 'While away',
    always: 'Always',
    add: 'Add a delegate',
    empty: { title: 'No delegates', text: 'Steps of a chain wait for the people they name.' }
  },
  names: {
    id: 'Id',
    en: 'English',
    es: 'Spanish',
    it: 'Italian',
    needed: 'An English name is needed.',
    addTier: 'Add a tier',
    addTeam: 'Add a team',
    addCategory: 'Add a category',
    addException: 'Add an exception',
    newTeam: 'New team',
    newCategory: 'New category',
    newException: 'New exception',
    share: 'Target share',
    shareFrom: 'from %',
    shareTo: 'to %',
    language: 'Works in',
    anyLanguage: 'Any language',
    usedBy: (count: number) => plural(count, { one: 'used by # row', other: 'used by # rows' }),
    noExceptions: { title: 'No exceptions', text: 'Rows of authority can then ask for money or a move only.' }
  },
  sla: {
    tier: 'Tier',
    priority: 'Priority',
    own: 'To own',
    firstResponse: 'First response',
    resolve: 'To resolve',
    add: (tier: string) => `Add targets for ${tier}`,
    remove: (tier: string) => `Remove targets for ${tier}`
  }
}
