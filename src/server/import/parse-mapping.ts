import { type Document, isNode, LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { z } from 'zod'
import { no, ok, type Result } from '../../shared/lib/result.ts'
import type { ImportRefusal, MappingFault, MappingProblem } from '../../shared/protocol/imports.ts'
import { Mapping } from './mapping.ts'
import { schemaFault, yamlFault } from './mapping-fault.ts'
import { contradictions } from './mapping-rules.ts'

/** Reads a mapping document, YAML or JSON (which is YAML too). Every problem comes with its path and its line. */
export function parseMapping(text: string): Result<Mapping, MappingProblem[]> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) return no(document.errors.map(yamlProblem))
  const content = contentOf(document)
  if (content === undefined) return no([{ path: '', why: { code: 'yaml-alias' } }])

  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, lines, path)
  const parsed = Mapping.safeParse(content)
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, content, lineOf))
    return no(problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)))
  }
  const wrong = contradictions(parsed.data).map(({ path, why }) => located(path.split('.'), why, lineOf))
  return wrong.length > 0 ? no(wrong) : ok(parsed.data)
}

/** The refusal with the lines of the mapping its problems are about, as far as they are known. */
export function withLines<R extends ImportRefusal>(refusal: R, text: string): R {
  if (!('problems' in refusal)) return refusal
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, lines, path)
  const problems = refusal.problems.map(({ path, why }) => located(path.split('.'), why, lineOf))
  return { ...refusal, problems }
}

function yamlProblem({ code, linePos }: YAMLError): MappingProblem {
  const at = linePos?.[0]
  return { path: '', ...(at ? { line: at.line, mark: at.col } : {}), why: yamlFault(code) }
}

/** `undefined` when the document refers to something in itself that is not there, or far too often. */
function contentOf(document: Document): unknown {
  try {
    return document.toJS() ?? {}
  } catch (error) {
    if (error instanceof ReferenceError) return undefined
    throw error
  }
}

type LineOf = (path: readonly PropertyKey[]) => number | undefined

function problemsOf(issue: z.core.$ZodIssue, content: unknown, lineOf: LineOf): MappingProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => located([...issue.path, key], { code: 'unknown-key' }, lineOf))
  }
  return [located(issue.path, schemaFault(issue, isMissing(content, issue.path)), lineOf)]
}

function isMissing(content: unknown, path: readonly PropertyKey[]): boolean {
  let at = content
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return true
    at = Reflect.get(at, key)
  }
  return false
}

function located(path: readonly PropertyKey[], why: MappingFault, lineOf: LineOf): MappingProblem {
  const line = lineOf(path)
  return { path: path.map(String).join('.'), why, ...(line === undefined ? {} : { line }) }
}

/** A key that is missing has no line of its own: then the line of the nearest thing around it. */
function lineOfPath(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[]
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return undefined
}
