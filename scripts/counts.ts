import { existsSync, readFileSync } from 'node:fs'

/** How many tests, or checks, passed and failed. */
export type Counts = { readonly passed: number; readonly failed: number }

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}
type PlaywrightReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly errors: readonly unknown[]
}

/** Counts of a Vitest JSON report. A file that could not even be read as tests is one failure. */
export function vitestCounts(report: VitestReport): Counts {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** Counts of a Playwright JSON report. A test that passed on a second try passed. */
export function playwrightCounts({ stats, errors }: PlaywrightReport): Counts {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
}

/** The counts of one run: no report, or an exit code that its report does not explain, is a failure too. */
export function countsOf(file: string, exitCode: number, of: (report: never) => Counts): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const counts = of(JSON.parse(readFileSync(file, 'utf8')) as never)
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** All counts in one. */
export function sum(all: readonly Counts[]): Counts {
  return all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0
  })
}

/** The line a person, or a machine, reads last. */
export function line({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`
}
