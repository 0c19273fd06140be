import { expect, test } from 'vitest'
import { countsOf, line, playwrightCounts, sum, vitestCounts } from './counts.ts'

test('a test file that does not load counts as a failure', () => {
  const testResults = [
    { status: 'passed', assertionResults: [1, 2, 3] },
    { status: 'failed', assertionResults: [4] },
    { status: 'failed', assertionResults: [] }
  ]
  expect(vitestCounts({ numPassedTests: 3, numFailedTests: 1, testResults })).toEqual({
    passed: 3,
    failed: 2
  })
})

test('an error outside any test counts as a failure, a second try that passes does not', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1 }
  expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 2 })
})

test('a run without a report is a failure', () => {
  expect(countsOf('/nowhere/report.json', 0, vitestCounts)).toEqual({ passed: 0, failed: 1 })
})

test('counts add up to one line', () => {
  const counts = [
    { passed: 5, failed: 0 },
    { passed: 2, failed: 1 }
  ]
  expect(line(sum(counts))).toBe('7 passed, 1 failed')
})
