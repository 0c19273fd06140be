import { unreachable } from '../../shared/lib/must.ts'
import type {
  FileFault,
  ImportRefusal,
  MappingFault,
  MappingProblem,
  RowReason
} from '../../shared/protocol/imports.ts'
import type { Rejection } from './rejection.ts'

/*
 * The command line's words for what an import has to say, and those of its report. The screen has its own, in the
 * person's language, made from the same data.
 */

/** Why an import did not happen, a line per problem. */
export function refusalInEnglish(refusal: ImportRefusal): string {
  switch (refusal.type) {
    case 'BadMapping':
      return lines(
        'the mapping cannot be used:',
        ...refusal.problems.map(problemInEnglish),
        ...listed('there are the queues', refusal.queues),
        ...listed('there are the categories', refusal.categories)
      )
    case 'BadFile':
      return fileFault(refusal.problem)
    case 'MissingColumns':
      return lines(
        'the mapping does not fit the file:',
        ...(refusal.looksLike === undefined
          ? []
          : [`the file seems to be separated by ${JSON.stringify(refusal.looksLike)}: see source.delimiter`]),
        ...refusal.problems.map(problemInEnglish),
        ...listed('the file has', refusal.columns)
      )
    case 'TooManyRejected': {
      const { rows, rejected, maxShare, reasons } = refusal
      const why = Object.entries(reasons).map(([code, times]) => `${code} ${times}`)
      const most = `${Math.round(maxShare * 1000) / 10} %`
      return `nothing was imported: ${rejected} of ${rows} rows cannot be (${why.join(', ')}), and the mapping allows ${most}; mend the file or the mapping, or accept the rejections`
    }
    case 'Cancelled':
      return 'cancelled; nothing was imported'
    case 'AlreadyRunning':
      return 'another import of this file with this mapping is under way'
  }
}

function lines(...all: readonly string[]): string {
  return all.join('\n  ')
}

function listed(what: string, names: readonly string[] = []): string[] {
  return names.length === 0 ? [] : [`${what}: ${names.join(', ')}`]
}

/** `line 12: columns.openedAt: ...`, as a person reads it. */
export function problemInEnglish({ path, line, mark, why }: MappingProblem): string {
  const at = line === undefined ? '' : `line ${line}${mark === undefined ? '' : `, character ${mark}`}: `
  return `${at}${path === '' ? '' : `${path}: `}${mappingFault(why)}`
}

function mappingFault(why: MappingFault): string {
  switch (why.code) {
    case 'yaml-indent':
      return 'not valid YAML: this is indented otherwise than what it belongs to, or a bracket is not closed'
    case 'yaml-tab':
      return 'not valid YAML: indentation is made of spaces, not tabs'
    case 'yaml-key-twice':
      return 'not valid YAML: this key stands there already'
    case 'yaml-missing-mark':
      return 'not valid YAML: a quotation mark, a comma or a bracket is missing'
    case 'yaml-unexpected':
      return 'not valid YAML: this does not belong here; put a text with special characters in quotation marks'
    case 'yaml-nested':
      return 'not valid YAML: a second colon on the line; put the text in quotation marks'
    case 'yaml-alias':
      return 'not valid YAML: *name refers to nothing; put the text in quotation marks'
    case 'yaml-documents':
      return 'not valid YAML: there is more than one document, separated by ---'
    case 'yaml-syntax':
      return `not valid YAML (${why.raw})`
    case 'unknown-key':
      return 'this key is not part of a mapping'
    case 'missing-key':
      return why.allowed.length === 0 ? 'this is missing' : `this is missing; ${oneOf(why.allowed)}`
    case 'wrong-type':
      return `this must be ${{ text: 'text', number: 'a number', boolean: 'true or false', list: 'a list', group: 'a group of keys' }[why.wanted]}`
    case 'wrong-value':
      return `this must be ${oneOf(why.allowed)}`
    case 'empty':
      return 'this must not be empty'
    case 'too-small':
      return `this must be at least ${why.least}`
    case 'too-big':
      return `this must be at most ${why.most}`
    case 'wrong-form':
      return 'this is not written as it has to be'
    case 'queue-form':
      return 'a queue is written tier/team, such as L1/front'
    case 'category-form':
      return 'a category has small letters, digits and dashes, at most 40'
    case 'name-form':
      return 'small letters, digits and dashes, at most 40'
    case 'attribute-form':
      return 'the name of an attribute has letters and digits, the first a small letter, at most 40'
    case 'one-character':
      return 'exactly one character'
    case 'time-form':
      return 'a time of day is written HH:mm'
    case 'status-form':
      return 'a status is new, open, pending, resolved, closed, leave-out or { status: on_hold, reason: vendor | approval | change | problem }'
    case 'id-form':
      return 'the name of a column, or { fromContent: true }'
    case 'no-such-zone':
      return `'${why.zone}' is no time zone; write one such as Europe/Rome`
    case 'log-needs-time':
      return 'an event log needs the column that says when each row happened'
    case 'log-needs-id':
      return 'an event log needs a column that says which case a row is about'
    case 'list-needs-opening':
      return 'a case list needs the column that says when the case was opened'
    case 'needs-end-column':
      return 'always needs a column closedAt or resolvedAt'
    case 'needs-table':
      return `columns.${why.field} is given, so the mapping must say what its values mean`
    case 'needs-column':
      return `values.${why.field} has a table, but no column is given for it`
    case 'no-such-queue':
      return `queue '${why.queue}' does not exist`
    case 'no-such-category':
      return `category '${why.category}' does not exist`
    case 'column-missing':
      return `column '${why.column}' is not in the file`
    case 'column-twice':
      return `column '${why.column}' stands ${why.times} times in the file`
    case 'other':
      return why.raw
    default:
      return unreachable(why)
  }
}

function oneOf(allowed: readonly string[]): string {
  return allowed.length === 1 ? `${allowed[0]}` : `one of ${allowed.join(', ')}`
}

function fileFault(problem: FileFault): string {
  switch (problem.code) {
    case 'no-such-file':
      return `there is no file ${problem.file}`
    case 'is-folder':
      return `${problem.file} is a folder`
    case 'cannot-open':
      return `${problem.file} cannot be opened (${problem.raw})`
    case 'empty':
      return 'the file is empty'
    case 'binary':
      return 'the file is not text: it has zero bytes in it'
    case 'utf-16':
      return 'the file is UTF-16; save it as UTF-8 and try again'
    case 'broken-gzip':
      return `the gzip data ${problem.cut ? 'ends too early' : 'is damaged'}; fetch the file again`
    case 'broken-xml':
      return `the XML is broken at line ${problem.line}: ${problem.raw}`
    case 'not-xes':
      return `this is no XES log: its root is <${problem.root}>, not <log>`
    case 'not-csv':
      return 'the file is XML and the mapping reads CSV; for a XES log say source: { type: xes }'
    case 'broken-header':
      return `the header cannot be read: ${rowReason(problem.why)}`
    case 'no-rows':
      return 'the file has a header and no rows'
    case 'other':
      return problem.raw
    default:
      return unreachable(problem)
  }
}

/** Why a row is not taken, as the report has it. */
export function rejectionInEnglish({ line, until, why, value }: Rejection): string {
  const reach = until === undefined ? '' : `; lines ${line} to ${until} are lost with it`
  return `${rowReason(why, value)}${reach}`
}

function rowReason(why: RowReason, value = ''): string {
  switch (why.code) {
    case 'wrong-column-count':
      return `${columns(why.has)} instead of ${why.wanted}`
    case 'stray-quote':
      return `after the closing quote comes '${why.found}'`
    case 'unclosed-quote':
      return 'a quote opened in this row is never closed'
    case 'truncated':
      return why.columns === null
        ? 'the file ends inside a quoted value of this row'
        : `the file ends after ${columns(why.columns.has)} of ${why.columns.wanted}`
    case 'too-long':
      return why.unit === 'bytes'
        ? `the line is longer than ${why.most} bytes`
        : `${why.has} characters; at most ${why.most} fit`
    case 'not-text':
      return 'the row has bytes that are no text in this encoding'
    case 'missing-value':
      return {
        id: 'the row does not say which case it is about',
        time: 'the row does not say when it happened',
        opening: 'the row does not say when the case was opened',
        end: 'the case has ended, but the row does not say when'
      }[why.what]
    case 'bad-date':
      return `'${value}' is no date of the form ${why.formats.join(' or ')}`
    case 'bad-number':
      return `'${value}' is no number`
    case 'unknown-value':
      return `values.${why.field} does not say what '${value}' means`
    case 'ends-before-start':
      return 'the case ends before it was opened'
    case 'in-the-future':
      return 'the date lies in the future'
    case 'duplicate-id':
      return `the case stands on line ${why.first} already; that one was taken`
    case 'case-incomplete':
      return `line ${why.first} of the same case was rejected, and half a history is none`
    case 'case-does-not-fold':
      return `the steps of the case end as ${why.steps.status} in ${why.steps.queue}; the file has ${why.file.status} in ${why.file.queue}`
    case 'case-not-valid':
      return `the case is none of ours: ${why.path}`
    case 'other':
      return why.raw
    default:
      return unreachable(why)
  }
}

function columns(count: number): string {
  return `${count} ${count === 1 ? 'column' : 'columns'}`
}
