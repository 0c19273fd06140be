import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export const importing = {
  title: 'Import cases',
  phase: {
    receiving: 'Receiving the file',
    reading: 'Reading',
    checking: 'Checking',
    publishing: 'Publishing',
    done: 'Done',
    failed: 'Stopped',
    cancelled: 'Cancelled'
  },
  progress: (done: string, all: string) => `${done} of ${all}`,
  progressCases: (done: string, all: string) => `${done} of ${all} cases`,
  imported: (count: number) => plural(count, { one: '# case imported', other: '# cases imported' }),
  downloadProblems: 'Save all rejected rows',
  lead: 'Bring cases from another system: say how its file is read, then give the file.',
  mapping: 'Mapping',
  mappingHint: 'How columns become cases. You can change it before you start.',
  mappingText: 'Mapping as YAML',
  reset: 'Back to the original',
  noMappings: 'The server knows no mappings yet. Write one here.',
  ownMapping: 'My own',
  file: 'File',
  drop: 'Drop a CSV or XES file here',
  browse: 'Choose a file',
  otherFile: 'Another file',
  acceptRejections: 'Import what can be read',
  acceptHint: 'Without this, an import with too many rejected rows stops before it publishes anything.',
  start: 'Start the import',
  chooseFileFirst: 'Choose a file first.',
  running: 'One import runs already. Wait for it, or cancel it.',
  sending: 'Sending the file',
  progressOf: (done: string) => `${done} so far`,
  rejected: (count: number) => plural(count, { one: '# row rejected', other: '# rows rejected' }),
  skipped: (count: number) =>
    plural(count, { one: '# case was already here', other: '# cases were already here' }),
  leftOut: (count: number) =>
    plural(count, { one: '# row left out by the mapping', other: '# rows left out by the mapping' }),
  stays: 'Cases that were here already stay as they are: a newer export does not change them.',
  /** The mappings that come with the product, by name. */
  shipped: {
    'alessandria-reports': 'Citizens’ reports to a city',
    'cfpb-complaints': 'Complaints by product and issue',
    'cfpb-narratives': 'Complaints in the customers’ own words',
    'uci-incidents': 'Updates of an incident desk'
  },
  pages: {
    range: (from: string, to: string, all: string) => `Rows ${from} to ${to} of ${all}`,
    previous: 'Previous',
    next: 'Next',
    isFirst: 'These are the first.',
    isLast: 'These are the last.',
    wait: 'Once the import has ended.',
    saving: (done: string, all: string) => `Fetching: ${done} of ${all}`,
    notSaved: 'The list could not be fetched.'
  },
  current: 'This import',
  history: 'Imports since the server started',
  noHistory: { title: 'No import since the server started', text: 'Imports you start are listed here.' },
  notKnown: 'The list of imports is on the server.',
  asItWas: 'As it was before.',
  columns: {
    line: 'Line',
    column: 'Column',
    value: 'Value',
    reason: 'Why',
    file: 'File',
    mapping: 'Mapping',
    started: 'Started',
    state: 'State',
    imported: 'Imported',
    rejected: 'Rejected',
    skipped: 'Already here'
  },
  /** Why a row was not taken, by the code of the reason. */
  reasons: {
    'wrong-column-count': (has: number, wanted: string) =>
      plural(has, {
        one: `The row has # column, the header has ${wanted}.`,
        other: `The row has # columns, the header has ${wanted}.`
      }),
    'stray-quote': {
      mark: (found: string) => `After the closing quotation mark stands “${found}”.`,
      space: 'A space stands after the closing quotation mark.'
    },
    'unclosed-quote': 'A quotation mark is never closed.',
    truncated: {
      quote: 'The file ends inside a quoted value of this row.',
      columns: (has: number, wanted: string) =>
        plural(has, {
          one: `The file ends after # of ${wanted} columns of this row.`,
          other: `The file ends after # of ${wanted} columns of this row.`
        })
    },
    'too-long': {
      characters: (has: number, most: string) =>
        plural(has, {
          one: `# character; at most ${most} fit.`,
          other: `# characters; at most ${most} fit.`
        }),
      bytes: (_has: number, most: string) => `The line is longer than ${most} bytes.`
    },
    'not-text': 'The row has bytes that are no text in this encoding.',
    'missing-value': {
      id: 'The row does not say which case it is about.',
      time: 'The row does not say when it happened.',
      opening: 'The row does not say when the case was opened.',
      end: 'The case has ended, but the row does not say when.'
    },
    'bad-date': (formats: string) => `This is no date of the form ${formats}.`,
    'bad-number': 'This is not a number.',
    'unknown-value': (field: string) => `The mapping does not say under values.${field} what this means.`,
    'ends-before-start': 'The case ends before it was opened.',
    'in-the-future': 'The date lies in the future.',
    'duplicate-id': (first: string) => `The case stands on line ${first} already; that row was taken.`,
    'case-incomplete': (first: string) =>
      `Line ${first} of the same case was rejected, and half a history is none.`,
    'case-does-not-fold': (steps: string, file: string) =>
      `The updates of the case lead to “${steps}”, the file ends with “${file}”.`,
    'case-not-valid': (path: string) => `The rows do not make a valid case (${path}).`,
    other: (raw: string) => `A reason this console has no words for yet (${raw}).`
  },
  /** How far a damaged row reaches. */
  lostWith: (from: string, to: string) => `Lines ${from} to ${to} are lost with it.`,
  stateIn: (status: string, queue: string) => `${status}, ${queue}`,
  /** What is wrong with the mapping, by the code of the fault. */
  mappingFaults: {
    'yaml-indent': 'Indented otherwise than what it belongs to, or a bracket is not closed.',
    'yaml-tab': 'Indent with spaces, not with tabs.',
    'yaml-key-twice': 'This key stands there already.',
    'yaml-missing-mark': 'A quotation mark, a comma or a bracket is missing.',
    'yaml-unexpected': 'This does not belong here. Put a text with special characters in quotation marks.',
    'yaml-nested': 'A second colon on the line. Put the text in quotation marks.',
    'yaml-alias': 'An asterisk refers to something that is not there. Put the text in quotation marks.',
    'yaml-documents': 'There is more than one document, separated by ---.',
    'yaml-syntax': (raw: string) => `This is not valid YAML (${raw}).`,
    'unknown-key': 'This key is not part of a mapping.',
    'missing-key': (allowed: string) =>
      allowed ? `This is missing. Possible: ${allowed}.` : 'This is missing.',
    'wrong-type': {
      text: 'This must be text.',
      number: 'This must be a number.',
      boolean: 'This must be true or false.',
      list: 'This must be a list.',
      group: 'This must be a group of keys.'
    },
    'wrong-value': (allowed: string) => `This cannot stand here. Possible: ${allowed}.`,
    empty: 'This must not be empty.',
    'too-small': (least: string) => `This must be at least ${least}.`,
    'too-big': (most: string) => `This must be at most ${most}.`,
    'wrong-form': 'This is not written the way it must be.',
    'queue-form': 'A queue is written tier/team, such as L1/front.',
    'category-form': 'A category has small letters, digits and dashes, at most 40.',
    'name-form': 'A name has small letters, digits and dashes, at most 40.',
    'attribute-form':
      'The name of an attribute has letters and digits, the first a small letter, at most 40.',
    'one-character': 'Exactly one character.',
    'time-form': 'A time of day is written HH:mm.',
    'status-form':
      'A status is new, open, pending, resolved, closed, leave-out or { status: on_hold, reason: vendor | approval | change | problem }.',
    'id-form': 'The name of a column, or { fromContent: true }.',
    'no-such-zone': (zone: string) => `“${zone}” is no time zone. Write one such as Europe/Rome.`,
    'log-needs-time': 'An event log needs the column that says when each row happened.',
    'log-needs-id': 'An event log needs a column that says which case a row is about.',
    'list-needs-opening': 'A case list needs the column that says when the case was opened.',
    'needs-end-column': '“always” needs a column under closedAt or resolvedAt.',
    'needs-table': (field: string) =>
      `columns.${field} is given, so the mapping must say here what its values mean.`,
    'needs-column': (field: string) => `values.${field} has a table, but no column is given for it.`,
    'no-such-queue': (queue: string) => `There is no queue ${queue}.`,
    'no-such-category': (category: string) => `There is no category ${category}.`,
    'column-missing': (column: string) => `The file has no column “${column}”.`,
    'column-twice': (column: string, times: number) =>
      plural(times, {
        one: `The file has # column “${column}”.`,
        other: `The file has # columns “${column}”; it must be one.`
      }),
    other: (raw: string) => `A problem this console has no words for yet (${raw}).`
  },
  atLine: (line: string) => `Line ${line}`,
  atMark: (line: string, mark: string) => `Line ${line}, character ${mark}`,
  moreProblems: (count: number) => plural(count, { one: 'And # more.', other: 'And # more.' }),
  /** Why the file as a whole cannot be read. */
  fileFaults: {
    'no-such-file': 'The server no longer has the file. Send it again.',
    'is-folder': 'This is a folder. Choose a file.',
    'cannot-open': (raw: string) => `The server cannot open the file (${raw}). Tell whoever runs it.`,
    empty: 'The file is empty.',
    binary: 'The file is not text. Export it as CSV or XES and try again.',
    'utf-16': 'The file is UTF-16. Save it as UTF-8 and try again.',
    'not-csv': 'The file is XML and the mapping reads CSV. For an XES log write source: { type: xes }.',
    'no-rows': 'The file has a header and no rows.',
    'broken-gzip': {
      cut: 'The compressed file ends too early. Fetch it again.',
      damaged: 'The compressed file is damaged. Fetch it again.'
    },
    'broken-xml': (line: string) => `The XML is broken at line ${line}.`,
    'not-xes': (root: string) => `This is no XES log: it begins with <${root}>, not with <log>.`,
    'broken-header': (why: string) => `The header cannot be read. ${why}`,
    other: (raw: string) =>
      `The file cannot be read, for a reason this console has no words for yet (${raw}).`
  },
  /** How an import ended, or why a step of it was not taken. */
  said: {
    BadMapping: 'The mapping cannot be used.',
    queues: (list: string) => `The queues here: ${list}.`,
    categories: (list: string) => `The categories here: ${list}.`,
    MissingColumns: 'The mapping does not fit the file.',
    columns: (list: string) => `The columns of the file: ${list}.`,
    looksLike: (mark: string) => `The file seems to be separated by ${mark}. Say so under source.delimiter.`,
    marks: { comma: 'commas', semicolon: 'semicolons', tab: 'tabs', bar: 'vertical bars' },
    TooManyRejected: (rejected: number, rows: string, most: string) =>
      plural(rejected, {
        one: `Nothing was imported: # of ${rows} rows cannot be taken, and the mapping allows ${most}.`,
        other: `Nothing was imported: # of ${rows} rows cannot be taken, and the mapping allows ${most}.`
      }),
    mendOrAccept: (accept: string) => `Mend the file or the mapping, or choose “${accept}”, and start again.`,
    Cancelled: 'Nothing of it was imported.',
    AlreadyRunning: 'Another import of this file with this mapping is under way.',
    AlreadyImported: 'This file was imported with this mapping before. Nothing was done.',
    NoSuchImport: 'The server does not know this import any more. Start it again.',
    Resumed: 'The server was stopped while it published these cases, and went on where it was.',
    NotNow: {
      under: 'The import is under way already.',
      publishing: 'Its cases are being published already.',
      ended: 'The import has ended already.'
    },
    DiskFull: 'The disk of the server is full. Nothing is lost; make room there and start again.',
    DiskBroken: 'The server cannot use its disk. Tell whoever runs it.',
    ServerBroke: (name: string) => `The server could not do this and has logged why (${name}). Try again.`,
    Other: (raw: string) => `The server says something this console has no words for yet (${raw}).`
  },
  /** Why the server did not take a step, where it says nothing more of it. */
  refused: {
    again: 'Your sign-in has run out. Sign in again.',
    away: 'The server does not answer. Check the network, then try again.',
    notAllowed: 'Only an administrator may import.',
    tooMany: 'Too many requests. Wait a few minutes, then try again.',
    general: 'The server did not take it. Try again; if it happens again, tell your administrator.'
  },
  stopped: 'The file was not sent to the end. Cancel this import and start it again.',
  unreadable: 'This file cannot be read any more. Choose it again.',
  notCancelled: 'The import was not cancelled.',
  failed: 'The import was not started.',
  show: 'Show',
  cancel: 'Cancel the import',
  cancelHint: 'Nothing is kept of an import that was cancelled.',
  needsConnection: 'Importing needs the server. It can be done once you are online.'
}
