import { hasQueue, queuesOf } from '../shared/case/routes.ts'
import { Matrix, type When } from '../shared/escalation/matrix.ts'
import { upgradeMatrix } from '../shared/escalation/upgrade-matrix.ts'
import type { PersonId } from '../shared/lib/ids.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import { type Queue, queueKey } from '../shared/people/queue.ts'

/** What is wrong with a matrix, and where: `functional.3.to`. */
export type MatrixProblem = { readonly path: string; readonly problem: string }

/** What a matrix must fit to besides itself. */
export type Surroundings = {
  readonly hasPerson: (id: PersonId) => boolean
  readonly openQueues: readonly { readonly queue: string; readonly open: number }[]
}

/** Its schema first; then whether everything it points to is there, so that no button leads nowhere. */
export function checkMatrix(
  candidate: unknown,
  around: Surroundings
): Result<Matrix, readonly MatrixProblem[]> {
  const parsed = Matrix.safeParse(upgradeMatrix(candidate))
  if (!parsed.success) {
    return no(
      parsed.error.issues.map((issue) => ({
        path: issue.path.map(String).join('.') || '(whole)',
        problem: issue.message
      }))
    )
  }
  const matrix = parsed.data
  const problems = [
    ...twice(
      'tiers',
      matrix.tiers.map((tier) => tier.id)
    ),
    ...matrix.tiers.flatMap((tier, i) =>
      twice(
        `tiers.${i}.teams`,
        tier.teams.map((team) => team.id)
      )
    ),
    ...twice(
      'categories',
      matrix.categories.map((one) => one.id)
    ),
    ...twice(
      'functional',
      matrix.functional.map((row) => row.id)
    ),
    ...twice(
      'hierarchical',
      matrix.hierarchical.map((row) => row.id)
    ),
    ...functionalProblems(matrix),
    ...hierarchicalProblems(matrix, around),
    ...lostQueues(matrix, around)
  ]
  return problems.length > 0 ? no(problems) : ok(matrix)
}

function functionalProblems(matrix: Matrix): MatrixProblem[] {
  return matrix.functional.flatMap((row, i) => {
    const at = `functional.${i}`
    const { from, to } = row
    const isFrom = from.team
      ? hasQueue(matrix, { tier: from.tier, team: from.team })
      : matrix.tiers.some((tier) => tier.id === from.tier)
    return [
      ...(isFrom
        ? []
        : [{ path: `${at}.from`, problem: `there is no ${from.tier}${from.team ? `/${from.team}` : ''}` }]),
      ...(hasQueue(matrix, to) ? [] : [{ path: `${at}.to`, problem: `there is no ${queueKey(to)}` }]),
      ...(isUp(matrix, from, to)
        ? []
        : [{ path: `${at}.to`, problem: `${queueKey(to)} is not above ${from.tier}` }]),
      ...whenProblems(matrix, row.when, `${at}.when`)
    ]
  })
}

/** Up, or sideways out of a named team: a row back to where it comes from would go in circles. */
function isUp(
  matrix: Matrix,
  from: { readonly tier: Queue['tier']; readonly team?: string | undefined },
  to: Queue
): boolean {
  const order = matrix.tiers.map((tier) => tier.id)
  const rise = order.indexOf(to.tier) - order.indexOf(from.tier)
  return rise > 0 || (rise === 0 && from.team !== undefined && from.team !== to.team)
}

function hierarchicalProblems(matrix: Matrix, around: Surroundings): MatrixProblem[] {
  return matrix.hierarchical.flatMap((row, i) => {
    const at = `hierarchical.${i}`
    const strangers = row.chain.flatMap(({ approver }, step) =>
      'person' in approver && !around.hasPerson(approver.person)
        ? [{ path: `${at}.chain.${step}.approver`, problem: `nobody is called ${approver.person}` }]
        : []
    )
    const isEmpty = 'upToMinor' in row && row.upToMinor <= row.overMinor
    return [
      ...strangers,
      ...(isEmpty
        ? [{ path: `${at}.upToMinor`, problem: 'no amount is over the lower and up to the upper bound' }]
        : []),
      ...whenProblems(matrix, row.when, `${at}.when`)
    ]
  })
}

function whenProblems(matrix: Matrix, when: When, path: string): MatrixProblem[] {
  return (when.category ?? [])
    .filter((id) => !matrix.categories.some((one) => one.id === id))
    .map((id) => ({ path: `${path}.category`, problem: `there is no category ${id}` }))
}

/** Cases that are still in work keep their queue. */
function lostQueues(matrix: Matrix, { openQueues }: Surroundings): MatrixProblem[] {
  const kept = new Set(queuesOf(matrix).map(queueKey))
  return openQueues
    .filter(({ queue }) => !kept.has(queue))
    .map(({ queue, open }) => ({
      path: 'tiers',
      problem: `${queue} is gone, but ${open} cases in work stand there`
    }))
}

function twice(path: string, ids: readonly string[]): MatrixProblem[] {
  const found = ids.filter((id, index) => ids.indexOf(id) !== index)
  return [...new Set(found)].map((id) => ({ path, problem: `${id} stands there twice` }))
}
