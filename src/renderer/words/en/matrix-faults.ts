import type {
  Measured,
  SyntaxProblem,
  TextFaultCode,
  TextRule,
  ValueKind
} from '../../../shared/escalation/text-fault.ts'

/** What is wrong with a file that should be a matrix; words in braces are filled with the values of the fault. */
export const matrixFaults: Readonly<Record<Exclude<TextFaultCode, 'out_of_range'>, string>> = {
  syntax: 'This is not readable as YAML or JSON: {problem}',
  duplicate_key: '{key} stands here twice.',
  too_big: 'The file is longer than {most} characters.',
  too_many_rows: '{list} has {count} rows; {most} at most.',
  alias_bomb: 'Its references unfold to far more than it says.',
  unknown_anchor: '*{name} refers to nothing: no &{name} stands before it.',
  newer_format: 'It is of the format {format}, which this Tierline does not know yet.',
  not_a_matrix: 'This is no escalation matrix.',
  unknown_field: 'There is no field {field}.',
  missing_field: 'The field {field} is missing.',
  wrong_type: 'Here stands {found}; it should be {expected}.',
  unknown_value: '{found} is none of: {allowed}.',
  wrong_text: '{found} cannot stand here: {rule}',
  unknown_currency: '{found} is not a currency code.',
  amount_with_currency: '{found} is an amount with a currency; write it in cents of {currency}.',
  shape: 'This does not fit here.'
}

/** What the values of a fault are called, and by how much something is out of bounds. */
export const matrixFaultValues: {
  readonly syntax: Readonly<Record<SyntaxProblem, string>>
  readonly kind: Readonly<Record<ValueKind, string>>
  readonly rule: Readonly<Record<TextRule, string>>
  readonly bounds: Readonly<Record<Measured, { readonly below: string; readonly above: string }>>
} = {
  syntax: {
    indent: 'A line is indented too far or too little.',
    tab: 'Lines are indented with spaces, not with tabs.',
    character: 'A bracket, a quotation mark, a colon or a comma is missing.',
    key: 'A field has no proper name.',
    escape: 'A backslash in a quoted text is followed by something it cannot be.',
    alias: 'A reference (& or *) leads nowhere or stands in a wrong place.',
    tag: 'A YAML tag is not allowed here.',
    documents: 'There is more than one document in the file.',
    unexpected: 'Something stands here that does not belong here.',
    too_deep: 'It is nested too deeply.'
  },
  kind: {
    text: 'a text',
    number: 'a number',
    whole: 'a whole number',
    list: 'a list',
    fields: 'a group of fields',
    other: 'something else'
  },
  rule: {
    id: 'small letters, digits and dashes only.',
    other: 'it is not written as it should be.'
  },
  bounds: {
    number: { below: '{found} is less than {least}.', above: '{found} is more than {most}.' },
    text: {
      below: 'It has {found} characters; it needs at least {least}.',
      above: 'It has {found} characters; it may have {most} at most.'
    },
    list: {
      below: 'It has {found} entries; it needs at least {least}.',
      above: 'It has {found} entries; it may have {most} at most.'
    }
  }
}
