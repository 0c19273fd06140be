import type { ErrorCode } from 'yaml'
import type { z } from 'zod'
import { KnownMappingFault, type MappingFault } from '../../shared/protocol/imports.ts'

type Issue = z.core.$ZodIssue

/** What the reader of YAML stumbled over. Codes that say the same to a person share one of ours. */
export function yamlFault(code: ErrorCode): MappingFault {
  switch (code) {
    case 'BAD_INDENT':
      return { code: 'yaml-indent' }
    case 'TAB_AS_INDENT':
      return { code: 'yaml-tab' }
    case 'DUPLICATE_KEY':
      return { code: 'yaml-key-twice' }
    case 'MISSING_CHAR':
      return { code: 'yaml-missing-mark' }
    case 'UNEXPECTED_TOKEN':
    case 'BAD_SCALAR_START':
    case 'BAD_DQ_ESCAPE':
      return { code: 'yaml-unexpected' }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { code: 'yaml-nested' }
    case 'BAD_ALIAS':
      return { code: 'yaml-alias' }
    case 'MULTIPLE_DOCS':
      return { code: 'yaml-documents' }
    default:
      return { code: 'yaml-syntax', raw: code }
  }
}

/** What a value of the document does not fulfil. The messages in the schema of the mapping are codes of ours. */
export function schemaFault(issue: Issue, isMissing: boolean): MappingFault {
  const own = ownCode(issue)
  if (isMissing) return { code: 'missing-key', allowed: own ? [] : allowedBy(issue) }
  if (own) return own
  switch (issue.code) {
    case 'invalid_type':
      return typeFault(issue.expected)
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'wrong-value', allowed: allowedBy(issue) }
    case 'too_small':
      return issue.origin === 'number'
        ? { code: 'too-small', least: Number(issue.minimum) }
        : { code: 'empty' }
    case 'too_big':
      return issue.origin === 'number'
        ? { code: 'too-big', most: Number(issue.maximum) }
        : { code: 'wrong-form' }
    default:
      return { code: 'wrong-form' }
  }
}

/** A form of ours says most, however deep in the alternatives it stands. */
function ownCode(issue: Issue): MappingFault | undefined {
  const own = KnownMappingFault.safeParse({ code: issue.message })
  if (own.success) return own.data
  const inner =
    issue.code === 'invalid_union' ? issue.errors.flat() : issue.code === 'invalid_key' ? issue.issues : []
  for (const one of inner) {
    const found = ownCode(one)
    if (found) return found
  }
  return undefined
}

function allowedBy(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  if (issue.code === 'invalid_type' && issue.expected === 'boolean') return ['true', 'false']
  if (issue.code !== 'invalid_union') return []
  return 'options' in issue && Array.isArray(issue.options)
    ? issue.options.map(String)
    : issue.errors.flat().flatMap(allowedBy)
}

function typeFault(expected: string): MappingFault {
  switch (expected) {
    case 'string':
      return { code: 'wrong-type', wanted: 'text' }
    case 'number':
    case 'boolean':
      return { code: 'wrong-type', wanted: expected }
    case 'array':
      return { code: 'wrong-type', wanted: 'list' }
    case 'object':
    case 'record':
      return { code: 'wrong-type', wanted: 'group' }
    default:
      return { code: 'wrong-form' }
  }
}
