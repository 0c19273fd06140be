import type { TextFaultCode } from '../../../shared/protocol/matrices.ts'

/** What is wrong with a file that should be a matrix; words in braces are filled with the values of the fault. */
export const matrixFaults: Readonly<Record<TextFaultCode, string>> = {
  syntax: 'This is not readable as YAML or JSON: {problem}',
  duplicate_key: '{key} stands here twice.',
  too_big: 'The file is longer than {most} characters.',
  too_many_rows: '{list} has {count} rows; {most} at most.',
  alias_bomb: 'Its references unfold to far more than it says.',
  newer_format: 'It is of the format {format}, which this Tierline does not know yet.',
  not_a_matrix: 'This is no escalation matrix.',
  unknown_field: 'There is no field {field}.',
  missing_field: 'The field {field} is missing.',
  wrong_type: 'Here stands {found}; it should be {expected}.',
  unknown_value: '{found} is none of: {allowed}.',
  out_of_range: '{found} is not within the bounds ({least} to {most}).',
  wrong_text: '{found} cannot stand here: {problem}',
  unknown_currency: '{found} is not a currency code.',
  amount_with_currency: '{found} is an amount with a currency; write it in cents of {currency}.',
  shape: 'This does not fit: {problem}'
}
