import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export const frame = {
  appName: 'Tierline',
  navigation: 'Places',
  places: {
    myWork: 'My work',
    drafts: 'Drafts',
    asked: 'Waiting on others',
    atRisk: 'At risk',
    breached: 'Breached',
    approvals: 'Approvals',
    called: 'Calls',
    figures: 'Figures',
    matrix: 'Matrix',
    held: 'Held work',
    devices: 'Consoles',
    imports: 'Imports',
    settings: 'Settings'
  },
  queues: 'Queues',
  administration: 'Administration',
  failedPlans: (count: number) =>
    plural(count, { one: '# plan was not published', other: '# plans were not published' }),
  cases: (count: number) => plural(count, { one: '# case', other: '# cases' }),
  people: { system: 'Tierline', customer: 'Customer' },
  search: 'Search or run a command',
  searchPlaceholder: 'Type a command, a case number or a word',
  searchEmpty: 'Nothing found. Try another word.',
  commands: 'Commands',
  casesFound: 'Cases',
  backTo: (place: string) => `Back to: ${place}`,
  panes: {
    list: 'List',
    case: 'Case',
    context: 'Context',
    listEdge: 'Width of the list',
    contextEdge: 'Width of the context',
    showContext: 'Show context',
    hideContext: 'Hide context',
    showList: 'Show list'
  },
  connection: {
    waitingSince: (count: number, time: string) =>
      `${plural(count, { one: '# waiting', other: '# waiting' })} · synced ${time}`,
    neverSynced: 'Not synced yet',
    offlineShort: (time: string) => `Offline · synced ${time}`,
    offlineWorks:
      'Everything on this machine works: claim, answer, note, escalate. Importing and signing in need the server.',
    lapsed:
      'No server for too long. You can read, and what you type is kept as a draft; connect to act again. What waits here stays.',
    tryNow: 'Try now',
    open: (state: string) => `${state}. Open the outbox`,
    allSaved: (time: string) => `All changes saved · synced ${time}`,
    connecting: 'Connecting',
    waiting: (count: number) => plural(count, { one: '# waiting', other: '# waiting' }),
    offline: 'Offline',
    offlineBanner: (count: number) =>
      plural(count, {
        zero: 'Offline. You can go on working.',
        one: 'Offline. # change waits here and goes out when you are back.',
        other: 'Offline. # changes wait here and go out when you are back.'
      }),
    back: (count: number) =>
      plural(count, {
        zero: 'Back online.',
        one: 'Back online. # change sent.',
        other: 'Back online. # changes sent.'
      }),
    firstCopy: (done: string, about: string) => `Getting your queues: ${done} of about ${about}`,
    crowded: (waiting: string) =>
      `${waiting} actions wait on this machine alone. They are safe here and you can work on, but let it reach the server soon.`,
    firstCopyBegins: 'Getting your queues: the server is preparing them'
  },
  problems: {
    DiskFull:
      'The disk is full. What you type cannot be saved. Free some room on this machine; then it goes on by itself.',
    DiskBroken:
      'The disk cannot be read. Your last changes may be safe on the server; tell your administrator.',
    SignInAgain: 'Your session ended. Sign in again; everything waiting here is kept.',
    UpdateNeeded: 'The server needs a newer console. Update it to go on syncing; your work here is kept.',
    ServerOlder:
      'The server is older than this console and does not know something you did yet. It waits here and goes out once the server is updated.',
    WrongServer:
      'This machine holds the work of another server. Sign in to that one, or ask your administrator.',
    TooLarge:
      'What waits here is larger than the server takes. It is kept; ask whoever runs the server for an update.',
    ServerRefused: 'The server does not accept this machine. Ask your administrator.'
  },
  loading: 'Loading',
  working: 'Working',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  retry: 'Try again',
  dismiss: 'Dismiss',
  more: 'More',
  clear: 'Clear',
  copyDetails: 'Copy details',
  copied: 'Copied',
  notifications: 'Messages',
  notices: {
    title: 'What you were told',
    unread: (count: number) => plural(count, { one: '# message for you', other: '# messages for you' }),
    isNew: 'New',
    none: 'Nothing yet',
    noneText:
      'What becomes of your requests and escalations, and what waits for your decision, is told here.',
    open: 'Open the case',
    approved: (who: string, what: string) => `${who} approved: ${what}`,
    approvedStep: (who: string, what: string) => `${who} approved, the next step is asked: ${what}`,
    declined: (who: string, what: string) => `${who} declined: ${what}`,
    expired: (what: string) => `Nobody answered in time, the request has ended: ${what}`,
    goesOn: (what: string) => `No answer in time, the next step is asked: ${what}`,
    noAnswerIsNo: (what: string) => `Nobody answered in time, which counts as a no: ${what}`,
    reminded: (whom: string, what: string) => `No answer yet, ${whom} was told as well: ${what}`,
    handedOn: (who: string, to: string, what: string) => `${who} handed it on to ${to}: ${what}`,
    handedToYou: (who: string, what: string) => `${who} asks you to decide: ${what}`,
    returned: (who: string) => `${who} returned a case you escalated`,
    withdrawn: (who: string, what: string) => `${who} has the case now and ended your request: ${what}`,
    called: (who: string) => `${who} calls the escalation manager`,
    answered: (who: string) => `${who} answered your call`,
    notified: (why: string) => `The matrix tells you: ${why}`,
    swarmed: (who: string) => `${who} asks for your help`,
    asksYou: (who: string, what: string) => `${who} asks you to decide: ${what}`,
    changedAsks: (who: string, what: string) => `${who} changed the request that waits for you: ${what}`,
    yourTurn: (who: string, what: string) => `It is your turn to decide on a request of ${who}: ${what}`,
    alsoYou: (what: string) => `Nobody has answered yet, you may decide as well: ${what}`,
    inPlaceOf: (who: string) => `In place of ${who}, who is away or has you as a delegate.`,
    /** What became of a request somebody was asked to decide. */
    became: {
      youApproved: 'You approved it.',
      approved: (who: string) => `${who} approved it.`,
      youDeclined: 'You declined it.',
      declined: (who: string) => `${who} declined it.`,
      youHandedOn: (to: string) => `You handed it on to ${to}.`,
      handedOn: (who: string, to: string) => `${who} handed it on to ${to}.`,
      handedToYou: (who: string) => `${who} handed it on to you, in a message of its own.`,
      late: 'Nobody answered in time.',
      changed: (who: string) => `${who} changed it, in a message of its own.`,
      takenBack: (who: string) => `${who} took it back.`,
      none: 'It no longer waits for you.'
    },
    wait: (count: number) =>
      plural(count, { one: '# waits for your decision', other: '# wait for your decision' }),
    showAll: 'Show them'
  },
  optional: 'optional',
  required: 'This is needed.',
  tooLong: (length: string, most: string) => `Too long: ${length} characters, and ${most} is the most.`,
  theText: 'the text',
  noPermission: (who: string) => `You cannot do this here. ${who} can.`,
  broken: {
    title: 'This part stopped working',
    why: 'It is our fault, not yours. What you did is saved.',
    next: 'Open it again. If it stops once more, send us the details.',
    again: 'Open again'
  },
  /** Shown instead of the page while the engine opens its files. */
  opening: 'Opening your queues',
  engine: {
    restarting: 'The local part of the console is starting again. What you typed is still here.',
    back: 'The console works again.'
  },
  signInAgain: 'Sign in again',
  /** Beside the number of cases of a queue. */
  openUnowned: (open: number, unowned: number) =>
    `${plural(open, { one: '# open case', other: '# open cases' })}, ${plural(unowned, { one: '# with nobody', other: '# with nobody' })}`,
  toReview: (count: number) => plural(count, { one: '# to review', other: '# to review' }),
  newCase: 'New case',
  hideNavigation: 'Show only icons',
  showNavigation: 'Show the names',
  account: (name: string) => `${name}: looks, language, sign out`,
  goTo: (place: string) => `Go to ${place}`,
  groups: { places: 'Go to', thisCase: 'This case', looks: 'Looks and language', console: 'Console' },
  searchFor: (text: string) => `Search all cases for “${text}”`,
  paletteHint: { move: 'Move', run: 'Choose', close: 'Close' },
  cannotStart: {
    title: 'The local part of the console does not start',
    why: 'It ends as soon as it is started. What you did before is safe in its files.',
    next: 'It is tried again on its own. If this stays, install Tierline again or ask your administrator.'
  },
  cannotOpen: {
    title: 'Your queues could not be opened',
    why: 'The files of the console on this machine cannot be read.',
    next: 'Nothing was deleted. Close the console, check that the disk has room, and open it again.',
    newer: {
      why: 'A newer Tierline wrote the files on this machine, and this one does not know all of them.',
      next: 'Nothing was changed. Install the newer version, or ask your administrator.'
    }
  }
}
