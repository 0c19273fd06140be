import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml'
import { Matrix } from '../shared/escalation/matrix.ts'
import { faultsOfIssues, type PathFault } from '../shared/escalation/shape-faults.ts'
import type { SyntaxProblem, TextFault } from '../shared/escalation/text-fault.ts'
import { isNewerFormat, upgradeMatrix } from '../shared/escalation/upgrade-matrix.ts'
import { isCurrency } from '../shared/lib/currency.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import { MAX_MATRIX_TEXT } from '../shared/protocol/matrices.ts'
import { type Position, positions } from './positions.ts'
import { tooManyRows } from './row-counts.ts'

/** Anchors save typing; used more often than this, inside one another, they are there to fill the memory. */
const MAX_ALIASES = 1_000
/** Nobody reads more at a time. */
const MAX_FAULTS = 200
const KNOWN_FORMAT = /^tierline\.matrix\/\d+$/

/** A document as a file may hold it: who publishes it, why and as which version is said when it is published. */
export const MatrixFile = Matrix.partial({ version: true, author: true, reason: true })

/** Reads a matrix, YAML or JSON (which is YAML too). Every fault comes with its line and column (MX40). */
export function readMatrixText(text: string): Result<Matrix, readonly TextFault[]> {
  if (text.length > MAX_MATRIX_TEXT) return no([whole('too_big', { most: String(MAX_MATRIX_TEXT) })])
  const lines = new LineCounter()
  const document = parsed(text, lines)
  if (!document) return no([whole('syntax', { problem: 'too_deep', said: 'nested too deeply' })])
  const broken = [...document.errors, ...document.warnings]
  if (broken.length > 0)
    return no(broken.slice(0, MAX_FAULTS).map((error) => syntaxFault(error, lines, text)))
  const { at, firstAlias, lostAliases } = positions(document, lines)
  const lost = lostAliases().slice(0, MAX_FAULTS)
  if (lost.length > 0) return no(lost.map(({ name, position }) => anchorFault(name, position)))
  const located = ({ path, code, values, isKey }: PathFault): TextFault => ({
    code,
    ...at(path, isKey),
    path: path.map(String).join('.'),
    values
  })
  const candidate = contentOf(document)
  if (!candidate) return no([{ code: 'alias_bomb', ...firstAlias(), path: '', values: {} }])
  const read = readValue(candidate.value)
  return read.ok ? read : no(read.error.slice(0, MAX_FAULTS).map(located))
}

function readValue(value: unknown): Result<Matrix, readonly PathFault[]> {
  const format = isLoose(value) ? value['format'] : undefined
  if (isNewerFormat(value)) {
    return no([{ code: 'newer_format', path: ['format'], values: { format: String(format) }, isKey: false }])
  }
  if (typeof format !== 'string' || !KNOWN_FORMAT.test(format)) {
    return no([{ code: 'not_a_matrix', path: ['format'], values: {}, isKey: false }])
  }
  const many = tooManyRows(value)
  if (many.length > 0) return no(many)
  const read = MatrixFile.safeParse(upgradeMatrix(value))
  if (!read.success) return no(faultsOfIssues(read.error.issues, value))
  const { version = 1, author = '', reason = '' } = read.data
  const matrix: Matrix = { ...read.data, version, author, reason }
  return isCurrency(matrix.currency)
    ? ok(matrix)
    : no([{ code: 'unknown_currency', path: ['currency'], values: { found: matrix.currency }, isKey: false }])
}

function parsed(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    return parseDocument(text, { lineCounter })
  } catch (error) {
    if (error instanceof RangeError) return undefined // the stack: nested more deeply than any document is
    throw error
  }
}

function contentOf(document: Document): { readonly value: unknown } | undefined {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) }
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return undefined
    throw error
  }
}

/** What the parser calls it, and what that comes down to. What is not here is something nobody expects there. */
const PROBLEMS: Readonly<Partial<Record<YAMLError['code'], SyntaxProblem>>> = {
  BAD_INDENT: 'indent',
  TAB_AS_INDENT: 'tab',
  MISSING_CHAR: 'character',
  BLOCK_AS_IMPLICIT_KEY: 'key',
  KEY_OVER_1024_CHARS: 'key',
  MULTILINE_IMPLICIT_KEY: 'key',
  NON_STRING_KEY: 'key',
  BAD_DQ_ESCAPE: 'escape',
  ALIAS_PROPS: 'alias',
  BAD_ALIAS: 'alias',
  MULTIPLE_ANCHORS: 'alias',
  BAD_COLLECTION_TYPE: 'tag',
  MULTIPLE_TAGS: 'tag',
  TAG_RESOLVE_FAILED: 'tag',
  MULTIPLE_DOCS: 'documents',
  RESOURCE_EXHAUSTION: 'too_deep'
}

function syntaxFault({ code, message, pos }: YAMLError, lines: LineCounter, text: string): TextFault {
  const { line, col: column } = lines.linePos(pos[0])
  const place = { line, column, path: '' }
  if (code === 'DUPLICATE_KEY') {
    const [key = ''] = /^[^:\n]{1,60}/.exec(text.slice(pos[0])) ?? []
    return { code: 'duplicate_key', ...place, values: { key: key.trim() } }
  }
  // Where it stands is said apart, by line and column.
  const [said = code] = message.split('\n')
  const values = {
    problem: PROBLEMS[code] ?? 'unexpected',
    said: said.replace(/ at line \d+, column \d+:?$/, '')
  }
  return { code: 'syntax', ...place, values }
}

function anchorFault(name: string, position: Position): TextFault {
  return { code: 'unknown_anchor', ...position, path: '', values: { name: name.slice(0, 60) } }
}

function whole(code: TextFault['code'], values: TextFault['values']): TextFault {
  return { code, line: null, column: null, path: '', values }
}

function isLoose(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
