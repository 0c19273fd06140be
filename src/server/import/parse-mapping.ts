import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { no, ok, type Result } from '../../shared/lib/result.ts'
import { Mapping } from './mapping.ts'
import type { MappingProblem } from './mapping-problem.ts'
import { contradictions } from './mapping-rules.ts'

/** Reads a mapping document, YAML or JSON (which is YAML too). Every problem comes with its path and its line. */
export function parseMapping(text: string): Result<Mapping, readonly MappingProblem[]> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) {
    return no(
      document.errors.map(({ message }) => ({ path: '', message: `not valid YAML: ${firstLine(message)}` }))
    )
  }
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, lines, path)
  const parsed = Mapping.safeParse(document.toJS() ?? {})
  if (!parsed.success) return no(parsed.error.issues.flatMap((issue) => problemsOf(issue, lineOf)))

  const wrong = contradictions(parsed.data).map(({ path, message }) =>
    located(path.split('.'), message, lineOf)
  )
  return wrong.length > 0 ? no(wrong) : ok(parsed.data)
}

type LineOf = (path: readonly PropertyKey[]) => number | undefined

function problemsOf(issue: z.core.$ZodIssue, lineOf: LineOf): MappingProblem[] {
  if (issue.code !== 'unrecognized_keys') return [located(issue.path, issue.message, lineOf)]
  return issue.keys.map((key) => located([...issue.path, key], 'this key is not part of a mapping', lineOf))
}

function located(path: readonly PropertyKey[], message: string, lineOf: LineOf): MappingProblem {
  const line = lineOf(path)
  return { path: path.map(String).join('.'), message, ...(line === undefined ? {} : { line }) }
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

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/:$/, '') ?? message
}
