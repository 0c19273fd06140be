import { z } from 'zod'

/** Why a text is no YAML or JSON, as far as a person can do something about it. */
export const SyntaxProblem = z.enum([
  'indent',
  'tab',
  'character',
  'key',
  'escape',
  'alias',
  'tag',
  'documents',
  'unexpected',
  'too_deep'
])
export type SyntaxProblem = z.infer<typeof SyntaxProblem>

/** What kind of thing belongs somewhere. */
export const ValueKind = z.enum(['text', 'number', 'whole', 'list', 'fields', 'other'])
export type ValueKind = z.infer<typeof ValueKind>

/** What is counted or measured when something is out of its bounds. */
export const Measured = z.enum(['number', 'text', 'list'])
export type Measured = z.infer<typeof Measured>

/** The rule a text breaks. `id`: small letters, digits and dashes. */
export const TextRule = z.enum(['id', 'other'])
export type TextRule = z.infer<typeof TextRule>

/**
 * What can be wrong with a text that should be a matrix. `values` by code: syntax {problem} (a SyntaxProblem; `said`: the
 * parser's own English), duplicate_key {key}, too_big {most} (characters), too_many_rows {list, count, most}, unknown_anchor {name}, newer_format
 * {format}, unknown_field {field, nearest} (nearest '' where none is near), missing_field {field}, wrong_type {expected (a
 * ValueKind), found}, unknown_value {found, allowed}, out_of_range {measured (a Measured), found, least, most} (least or most
 * '' where there is none), wrong_text {found, rule (a TextRule)}, unknown_currency {found}, amount_with_currency {found,
 * currency}. shape: anything else, which no field of a matrix can be today.
 */
export const TextFaultCode = z.enum([
  'syntax',
  'duplicate_key',
  'too_big',
  'too_many_rows',
  'alias_bomb',
  'unknown_anchor',
  'newer_format',
  'not_a_matrix',
  'unknown_field',
  'missing_field',
  'wrong_type',
  'unknown_value',
  'out_of_range',
  'wrong_text',
  'unknown_currency',
  'amount_with_currency',
  'shape'
])
export type TextFaultCode = z.infer<typeof TextFaultCode>

/** One thing wrong with a text: line and column from 1, null where the text as a whole is meant; `path` as in findings. */
export const TextFault = z.object({
  code: TextFaultCode,
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
  path: z.string(),
  values: z.record(z.string(), z.string())
})
export type TextFault = z.infer<typeof TextFault>
