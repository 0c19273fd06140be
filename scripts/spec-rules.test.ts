import { expect, test } from 'vitest'
import { citesOf, compare, rulesOf } from './spec-rules.ts'

const spec = `# Cases

- **CA1** A case has one owner.
**CA2** Only the owner may resolve it (see **CA1**).
1. **CA3** Closing is final.
Not a rule: **bold** or CA4.
`

test('a rule is a bold code at the start of an item or a paragraph', () => {
  expect(rulesOf('case.md', spec)).toEqual([
    { rule: 'CA1', where: 'case.md:3' },
    { rule: 'CA2', where: 'case.md:4' },
    { rule: 'CA3', where: 'case.md:5' }
  ])
})

test('a test cites the rules in its name, however it is written', () => {
  const code = [
    "test('[CA1] one owner', () => {})",
    "test.each([[1], [2]])('[CA2] [CA3] %s', () => {})",
    "test.skipIf(os.platform() === 'win32')(`[CA4] x`, () => {})",
    "test(\n  '[CA5] on its own line', () => {})",
    "const other = '[CA6] not a test name'"
  ].join('\n')
  expect(citesOf('a.test.ts', code).map(({ rule }) => rule)).toEqual(['CA1', 'CA2', 'CA3', 'CA4', 'CA5'])
})

test('rules without a test, tests without a rule and rules stated twice are found', () => {
  const at = (rule: string, where = 'x') => ({ rule, where })
  expect(compare([at('CA1'), at('CA2'), at('CA1', 'y')], [at('CA1'), at('CA9')])).toEqual({
    untested: [at('CA2')],
    unknown: [at('CA9')],
    twice: [at('CA1', 'y')]
  })
})
