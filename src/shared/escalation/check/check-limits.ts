import { compareTiers } from '../../people/tier.ts'
import type { Finding } from '../finding.ts'
import { AuthorityAction, type Limit } from '../matrix.ts'
import { amount, type Document, error, placeAt, queuesAt, warning } from './document.ts'
import { allKinds, exampleOf } from './kinds.ts'

/** Limits rise with the tier, per case and per customer, and somebody stands where they hold (MX6, MX9). */
export function checkLimits(document: Document): Finding[] {
  return [
    ...AuthorityAction.options.flatMap((action) => [
      ...falling(document, action),
      ...fallingPerCustomer(document, action)
    ]),
    ...belowCase(document),
    ...idle(document)
  ]
}

/** Against the nearest lower tier that has a limit. A tier without one may grant nothing alone, which is a choice. */
function falling({ matrix }: Document, action: AuthorityAction): Finding[] {
  const rising = upwards(matrix.limits, action)
  return rising.flatMap(({ limit, index }, i) => {
    const below = rising[i - 1]?.limit
    if (!below || below.tier === limit.tier || limit.perCaseMinor >= below.perCaseMinor) return []
    const values = {
      action,
      tier: limit.tier,
      limit: amount(limit.perCaseMinor, matrix),
      below: below.tier,
      belowLimit: amount(below.perCaseMinor, matrix)
    }
    return [warning('limit_falls', placeAt(`limits.${index}`), values)]
  })
}

function belowCase({ matrix }: Document): Finding[] {
  return matrix.limits.flatMap(({ action, tier, perCaseMinor, perCustomer }, i) =>
    perCustomer && perCustomer.minor < perCaseMinor
      ? [
          warning('customer_below_case', placeAt(`limits.${i}.perCustomer`), {
            action,
            tier,
            limit: amount(perCaseMinor, matrix),
            customer: amount(perCustomer.minor, matrix)
          })
        ]
      : []
  )
}

function upwards(limits: readonly Limit[], action: AuthorityAction) {
  return limits
    .map((limit, index) => ({ limit, index }))
    .filter(({ limit }) => limit.action === action)
    .sort((a, b) => compareTiers(a.limit.tier, b.limit.tier))
}

/** Less for at least as long, or as much for longer. Less for a shorter time may be more. */
function fallingPerCustomer({ matrix }: Document, action: AuthorityAction): Finding[] {
  const rising = upwards(matrix.limits, action).flatMap(({ limit: { tier, perCustomer }, index }) =>
    perCustomer ? [{ tier, index, ...perCustomer }] : []
  )
  return rising.flatMap((one, i) => {
    const below = rising[i - 1]
    if (!below || below.tier === one.tier) return []
    const isLess =
      one.minor < below.minor ? one.days >= below.days : one.minor === below.minor && one.days > below.days
    if (!isLess) return []
    const values = {
      action,
      tier: one.tier,
      limit: amount(one.minor, matrix),
      days: one.days,
      below: below.tier,
      belowLimit: amount(below.minor, matrix),
      belowDays: below.days
    }
    return [warning('customer_limit_falls', placeAt(`limits.${one.index}.perCustomer`), values)]
  })
}

/** Of a tier without a team, where nobody ever grants anything. The example is what it would be for, where cases begin. */
function idle({ matrix, queues, lowest, space }: Document): Finding[] {
  const [first] = queuesAt(queues, lowest ? [lowest] : [])
  return matrix.limits.flatMap(({ tier, perCaseMinor }, i) => {
    if (!matrix.tiers.some(({ id }) => id === tier) || queuesAt(queues, [tier]).length > 0) return []
    const example = first ? exampleOf(space, allKinds(space), first, perCaseMinor) : null
    return [error('unreachable', placeAt(`limits.${i}.tier`), { what: tier }, example)]
  })
}
