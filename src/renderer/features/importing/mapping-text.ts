import { unreachable } from '../../../shared/lib/must.ts'
import type { MappingFault, MappingProblem } from '../../../shared/protocol/imports.ts'
import type { Telling } from './telling.ts'

/** Where in the mapping, and what is wrong there. */
export function problemText({ path, line, mark, why }: MappingProblem, telling: Telling): Problem {
  const { words, format } = telling
  const texts = words.importing
  const number = (value: number) => format.number(value)
  const at =
    line === undefined
      ? ''
      : mark === undefined
        ? texts.atLine(number(line))
        : texts.atMark(number(line), number(mark))
  return { at, line, path, text: faultText(why, telling) }
}

/** `at`: the place a person looks for; `path`: the key, as the mapping has it. Either may be ''. */
export type Problem = {
  readonly at: string
  readonly line: number | undefined
  readonly path: string
  readonly text: string
}

/** The one place where a fault of a mapping becomes words. A new one does not compile until it has some. */
export function faultText(why: MappingFault, { words, format }: Telling): string {
  const texts = words.importing.mappingFaults
  switch (why.code) {
    case 'yaml-syntax':
    case 'other':
      return texts[why.code](why.raw)
    case 'missing-key':
    case 'wrong-value':
      return texts[why.code](why.allowed.join(', '))
    case 'wrong-type':
      return texts['wrong-type'][why.wanted]
    case 'too-small':
      return texts['too-small'](format.number(why.least))
    case 'too-big':
      return texts['too-big'](format.number(why.most))
    case 'no-such-zone':
      return texts['no-such-zone'](why.zone)
    case 'needs-table':
    case 'needs-column':
      return texts[why.code](why.field)
    case 'no-such-queue':
      return texts['no-such-queue'](why.queue)
    case 'no-such-category':
      return texts['no-such-category'](why.category)
    case 'column-missing':
      return texts['column-missing'](why.column)
    case 'column-twice':
      return texts['column-twice'](why.column, why.times)
    case 'yaml-indent':
    case 'yaml-tab':
    case 'yaml-key-twice':
    case 'yaml-missing-mark':
    case 'yaml-unexpected':
    case 'yaml-nested':
    case 'yaml-alias':
    case 'yaml-documents':
    case 'unknown-key':
    case 'empty':
    case 'wrong-form':
    case 'queue-form':
    case 'category-form':
    case 'name-form':
    case 'attribute-form':
    case 'one-character':
    case 'time-form':
    case 'status-form':
    case 'id-form':
    case 'log-needs-time':
    case 'log-needs-id':
    case 'list-needs-opening':
    case 'needs-end-column':
      return texts[why.code]
    default:
      return unreachable(why)
  }
}
