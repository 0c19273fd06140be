import {
  Measured,
  SyntaxProblem,
  type TextFault,
  TextRule,
  ValueKind
} from '../../../shared/escalation/text-fault.ts'
import type { Saying } from '../../words/row-sentence.ts'
import { fillIn } from './findings.ts'

/** What is wrong with a text or a document, in a sentence; where a name is nearly one there is, whether that was meant. */
export function faultText({ code, values }: Pick<TextFault, 'code' | 'values'>, say: Saying): string {
  const { matrixFaults, matrix } = say.words
  const said = saidValues(values, say)
  const text = code === 'out_of_range' ? boundsText(values, say) : matrixFaults[code]
  const { nearest = '' } = values
  return [fillIn(text, said), nearest && fillIn(matrix.files.nearest, { nearest })].filter(Boolean).join(' ')
}

type Values = TextFault['values']

function boundsText(values: Values, say: Saying): string {
  const measured = Measured.catch('number').parse(values['measured'])
  const { below, above } = say.words.matrixFaultValues.bounds[measured]
  return values['least'] === '' ? above : below
}

const NUMBERS = ['most', 'least', 'count'] as const

/** What the code leaves to each language. */
function saidValues(values: Values, { words, format }: Saying): Record<string, string> {
  const { syntax, kind, rule } = words.matrixFaultValues
  const problem = SyntaxProblem.safeParse(values['problem'])
  const expected = ValueKind.safeParse(values['expected'])
  const broken = TextRule.safeParse(values['rule'])
  const numbers = NUMBERS.flatMap((name) => {
    const value = values[name]
    return value && Number.isFinite(Number(value)) ? [[name, format.number(Number(value))]] : []
  })
  return {
    ...values,
    ...Object.fromEntries(numbers),
    ...(problem.success && { problem: syntax[problem.data] }),
    ...(expected.success && { expected: kind[expected.data] }),
    ...(broken.success && { rule: rule[broken.data] })
  }
}
