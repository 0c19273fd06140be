import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

/** The screen of the matrix: its head, its parts, its versions. */
export const matrix = {
  title: 'Escalation matrix',
  inForce: (version: string) => `Version ${version} in force`,
  readOnly: (who: string) => `You can look at the matrix in force. ${who} can change it.`,
  administrators: 'An administrator',
  noMatrix: {
    title: 'No matrix yet',
    text: 'It comes with the first sync. Then this is where it can be read.'
  },
  undo: 'Undo',
  redo: 'Redo',
  publish: 'Publish',
  more: 'More about this matrix',
  state: {
    same: 'As in force',
    saving: 'Saving',
    saved: (time: string) => `Draft saved here, ${time}`,
    notSaved: 'Not on disk yet. The console keeps trying.'
  },
  why: {
    same: 'Nothing is changed yet.',
    errors: (count: number) =>
      plural(count, {
        one: '# error stops publishing. Mend it first.',
        other: '# errors stop publishing. Mend them first.'
      }),
    checking: 'The draft is being checked.',
    moved: 'Another version was published meanwhile. Go on from that one first.',
    offline: 'Publishing needs the server. It can be done once you are online.'
  },
  offline: 'Offline. You can edit and check the draft; versions, history and publishing need the server.',
  discard: 'Discard the draft',
  discardText: 'The draft is dropped and the matrix in force is shown again.',
  discarded: 'The draft was discarded.',
  moved: (version: string) => `Version ${version} was published while you worked on this draft.`,
  showDifferences: 'Show the differences',
  takeOver: 'Go on from there',
  movedTitle: (version: string) => `Go on from version ${version}`,
  movedText:
    'Your changes and those of the new version are put together. Your draft is published only when you publish it.',
  movedWhole:
    'What your draft began from cannot be fetched now. Taking over keeps your draft as it is: what the new version changed and you did not want to undo has to be put in again by hand.',
  movedOther: (version: string) => `What version ${version} changed`,
  movedMine: (version: string) => `What your draft then changes in version ${version}`,
  tookOver: (version: string) => `Your draft now goes on from version ${version}.`,
  clash: {
    title: 'Changed by both: choose',
    mine: 'As in my draft',
    theirs: (version: string) => `As in version ${version}`,
    order: 'order',
    gone: 'not there'
  },
  unreadable: {
    title: 'The saved draft cannot be read here',
    why: 'It was written by another version of Tierline. It is kept until you discard it.'
  },
  parts: {
    label: 'Parts of the matrix',
    rows: 'Rows',
    policy: 'Limits and people',
    basis: 'Basis',
    look: 'Look and try',
    special: 'Special routes',
    privacy: 'Private channels',
    functional: 'Expertise',
    hierarchical: 'Authority',
    automatic: 'Automatic',
    limits: 'Limits',
    delegates: 'Delegates',
    exceptions: 'Exceptions',
    tiers: 'Tiers and teams',
    categories: 'Categories',
    sla: 'Time targets',
    message: 'Customer message',
    general: 'Name and currency',
    picture: 'Picture',
    tryCase: 'Try one case',
    tryHistory: 'Try on history',
    versions: 'Versions'
  },
  help: {
    special: 'Tried before all other rows. While one of them fits a case, no row of expertise does.',
    privacy:
      'A public conversation with private data goes on in a private channel before anybody answers in it.',
    functional: 'Read from the top: the first row that fits a case and leads to a queue is its button.',
    hierarchical: 'What somebody may not grant alone goes along a chain of people who may.',
    automatic:
      'Nobody presses anything: the server acts when the time or the number is reached, once per case.',
    limits:
      'What a tier may grant by itself, on one case in all and to one customer within some days. More needs a row of authority.',
    delegates: 'Who decides in whose place.',
    exceptions: 'What can be asked for that the policy does not foresee.',
    tiers: 'Lowest first. A queue is a team of a tier.',
    categories: 'What cases are about. Rows name them in their conditions.',
    sla: 'How long each promise may take. A tier without a line of its own uses the next lower one’s.',
    message:
      'What a customer is offered when the case goes up: seven parts, one paragraph each, in three languages.',
    general: 'What the document is called, its currency, and when a clock counts as at risk.',
    picture: 'Drawn from the draft. Choose a team or an arrow to see its rows.',
    tryCase: 'Which buttons a case would have under this draft, beside those it has now.',
    tryHistory:
      'Every past case of the server goes through the draft and through the matrix in force. Nothing is changed by it.',
    versions: 'Every published matrix, the newest first.'
  },
  grid: {
    number: (place: string) => `Row ${place}`,
    keys: 'Arrows move, Enter opens a part, Alt with an arrow moves the row.',
    add: 'Add a row',
    menu: (id: string) => `Row ${id}: more`,
    duplicate: 'Duplicate',
    remove: 'Remove',
    up: 'Move up',
    down: 'Move down',
    top: 'Move to the top',
    addBelow: 'Add a row below',
    drag: 'Drag to another place',
    moved: (id: string, place: string, all: string) => `${id} is now row ${place} of ${all}.`,
    removed: (id: string) => `Row ${id} removed.`,
    edit: (what: string, value: string) => `${what}: ${value}. Change`,
    empty: { title: 'No rows yet', text: 'Rows you add stand here, in the order they are tried.' },
    filter: 'Find a row',
    noneFound: 'No row with these words',
    rows: (count: number) => plural(count, { one: '# row', other: '# rows' })
  },
  findings: {
    title: 'Checks',
    errors: (count: number) => plural(count, { one: '# error', other: '# errors' }),
    warnings: (count: number) => plural(count, { one: '# warning', other: '# warnings' }),
    clean: 'No findings',
    cleanText: 'Every kind of case reaches an owner, and every row can be used.',
    checking: 'Checking',
    error: 'Error',
    warning: 'Warning',
    example: (kind: string) => `For example: ${kind}`,
    exampleAmount: (amount: string) => `asking for ${amount}`,
    go: 'Go to the row',
    whole: 'The whole matrix',
    fromServer: 'The server refused this matrix:',
    serverNotAsked:
      'Not asked of the server: whether cases in work still stand in a queue or category that was removed, and whether amounts in another currency still count. It is asked once you are online, and again when you publish.'
  },
  general: {
    name: 'Name',
    currency: 'Currency',
    currencyHint: 'Three capital letters, such as EUR.',
    currencyMoved: (was: string, is: string) =>
      `Amounts keep their smallest unit: ${was} is now ${is}. Look through limits and rows.`,
    currencyError: 'This is not a currency code.',
    riskShare: 'A clock is at risk when less than this is left',
    share: 'Of its target.'
  },
  publishing: {
    title: 'Publish this matrix',
    text: 'Every console follows it at once. What is under way keeps the row it began with.',
    reason: 'Why',
    reasonHint: 'Stands in the list of versions.',
    when: 'When',
    now: 'Now',
    later: 'At a time',
    at: 'Day and time',
    past: 'This time is over.',
    noTime: 'Choose a day and a time.',
    willBe: (moment: string) => `Published by itself: ${moment}. It is checked again then.`,
    do: 'Publish',
    plan: 'Plan it',
    published: (version: string) => `Version ${version} is in force.`,
    planned: (moment: string) => `Planned for ${moment}.`,
    failed: 'Not published.',
    refused: {
      MatrixMoved: 'Another version came meanwhile. Close this and go on from that one.',
      NotAllowed: 'Only an administrator can do this.',
      NotFound: 'It is not there any more.',
      NotReachable: 'The server cannot be reached.',
      InThePast: 'This time is over.',
      NotNow: 'It is over or under way already.',
      other: 'The server did not say why it refused.'
    }
  },
  files: {
    import: 'Import a file',
    exportYaml: 'Export as YAML',
    exportJson: 'Export as JSON',
    imported: (name: string) => `${name} is now the draft. Undo brings the former one back.`,
    reading: (name: string) => `Reading ${name}`,
    refused: (name: string) => `${name} was not taken`,
    newer:
      'It was written by a newer Tierline. Nothing was changed; the file is kept on this machine as it is.',
    where: (line: string, column: string) => `Line ${line}, column ${column}`,
    path: (path: string) => `at ${path}`,
    more: (count: number) => plural(count, { one: 'and # more', other: 'and # more' }),
    nearest: 'Was {nearest} meant?',
    close: 'Close'
  },
  kept: {
    title: 'Kept files',
    text: 'Written by a newer Tierline and not taken. They stay on this machine as they are.',
    save: 'Save as a file',
    discard: 'Discard',
    discarded: (name: string) => `${name} was discarded.`,
    undo: 'Undo',
    at: (moment: string) => `kept ${moment}`
  },
  versions: {
    version: 'Version',
    author: 'Author',
    reason: 'Why',
    published: 'Published',
    current: 'in force',
    rollBackOf: (version: string) => `brings back version ${version}`,
    from: 'Compare',
    to: 'with',
    draft: 'My draft',
    rollBack: (version: string) => `Roll back to version ${version}`,
    rollBackShort: 'Roll back',
    rollBackText: 'A new version with the same content is published. Your draft stays.',
    rolledBack: (version: string) => `The content of version ${version} is in force again.`,
    needsServer: 'The list of versions comes from the server.',
    none: { title: 'No versions yet', text: 'Published matrices are listed here.' },
    plans: 'Planned',
    planState: {
      waiting: 'Planned',
      published: 'Published',
      failed: 'Not published',
      cancelled: 'Cancelled'
    },
    planFailed: 'It no longer fits:',
    planNotice: 'A planned matrix was not published.',
    showPlan: 'Show why',
    planMoved: (version: string) => `Version ${version} came first.`,
    cancelPlan: 'Cancel this plan',
    same: 'No differences.',
    differences: 'Differences',
    added: 'Added',
    removed: 'Removed',
    changed: 'Changed',
    moved: 'Moved'
  },
  message: {
    none: { title: 'No customer message', text: 'Nothing is offered to be sent when a case goes up.' },
    add: 'Write one',
    remove: 'Offer no message',
    language: 'Language',
    preview: 'Preview',
    previewHint: 'With made-up values. A part left empty falls back to English.',
    fills: (words: string) => `Filled in when it is sent: ${words}`,
    faultHint: 'Only where it is our fault: whoever sends it decides.',
    parts: {
      empathy: 'Empathy',
      done: 'What was done',
      fault: 'Our fault',
      serious: 'Taken seriously',
      contact: 'Who is the contact',
      next: 'When they hear next',
      apology: 'Apology'
    },
    example: {
      customer: 'Marta Vidal',
      agent: 'Ana Ruiz',
      team: 'Billing',
      ref: 'C-1042',
      next: 'today at 14:30',
      done: 'your payments were checked'
    }
  }
}
