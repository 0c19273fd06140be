import { unreachable } from '../lib/must.ts'
import type { TextFault } from './text-fault.ts'

/** `line 12, column 5: functional.0.to: …`: a fault for the command line. The console has words of its own. */
export function englishOfFault(fault: TextFault): string {
  const { line, column, path } = fault
  const where = line === null ? '' : `line ${line}, column ${column ?? 1}: `
  return `${where}${path === '' ? '' : `${path}: `}${englishOfWrong(fault)}`
}

const KINDS: Readonly<Record<string, string>> = { whole: 'whole number', fields: 'group of fields' }
const MEASURES: Readonly<Record<string, string>> = { text: 'a length of ', list: 'a count of ' }

/** What is wrong, without its place. */
export function englishOfWrong({ code, values }: Pick<TextFault, 'code' | 'values'>): string {
  const said = (name: string): string => values[name] ?? ''
  switch (code) {
    case 'syntax':
      return `not valid YAML or JSON: ${said('said')}`
    case 'duplicate_key':
      return `${said('key')} stands there twice`
    case 'too_big':
      return `a matrix has at most ${said('most')} characters`
    case 'too_many_rows':
      return `${said('count')} entries in ${said('list')}, at most ${said('most')} can be read by anybody`
    case 'alias_bomb':
      return 'its anchors and aliases unfold to more than a matrix can be'
    case 'unknown_anchor':
      return `*${said('name')} refers to nothing before it: there is no &${said('name')}`
    case 'newer_format':
      return `${said('format')} was written by a newer Tierline; install that one to read it`
    case 'not_a_matrix':
      return 'this is not a matrix: it begins with format: tierline.matrix/2'
    case 'unknown_field':
      return `there is no field ${said('field')}${said('nearest') === '' ? '' : `, did you mean ${said('nearest')}?`}`
    case 'missing_field':
      return `${said('field')} is missing`
    case 'wrong_type':
      return `${said('found')} is no ${KINDS[said('expected')] ?? said('expected')}`
    case 'unknown_value':
      return `${said('found')} is none of ${said('allowed')}`
    case 'out_of_range':
      return `${MEASURES[said('measured')] ?? ''}${said('found')} is ${said('least') === '' ? `over ${said('most')}` : `under ${said('least')}`}`
    case 'wrong_text':
      return said('rule') === 'id'
        ? `${said('found')}: an id has small letters, digits and dashes`
        : `${said('found')} is not written as it should be`
    case 'unknown_currency':
      return `${said('found')} is no ISO 4217 currency code, such as EUR`
    case 'amount_with_currency':
      return `${said('found')}: amounts are whole minor units (cents) in the document's own currency, not in ${said('currency')}`
    case 'shape':
      return 'this does not fit'
    default:
      return unreachable(code)
  }
}
