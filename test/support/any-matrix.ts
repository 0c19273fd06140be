import fc from 'fast-check'
import {
  AuthorityAction,
  Channel,
  ClockKind,
  Flag,
  MATRIX_FORMAT,
  Matrix,
  PackageField,
  Priority,
  Segment,
  SpecialRow
} from '../../src/shared/escalation/matrix.ts'
import { Tier } from '../../src/shared/people/tier.ts'

const oneOf = <T>(of: readonly T[]) => fc.constantFrom(...of)
const some = <T>(of: readonly T[]) => fc.uniqueArray(oneOf(of), { minLength: 1 })
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 2 })
const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/)
const minutes = fc.integer({ min: 1, max: 60 * 24 * 365 })
const minor = fc.integer({ min: 0, max: 1_000_000_000 })
/** Whatever people type, and what a reader of YAML may take for something else. */
const text = (maxLength: number, minLength = 0) =>
  fc.oneof(
    fc
      .string({ unit: 'grapheme', minLength, maxLength: maxLength / 4 })
      .filter((one) => one.length <= maxLength),
    oneOf(
      [
        'yes',
        'null',
        '~',
        '1e3',
        '0x1f',
        '- a',
        '# no',
        'a: b',
        ' x ',
        'x\n\ny\n',
        '"',
        "'",
        '*a',
        '&a',
        '---',
        '<<'
      ].filter((one) => one.length >= minLength)
    )
  )
const label = (max = 80) => fc.record({ en: text(max, 1), es: maybe(text(max)), it: maybe(text(max)) })
const queue = fc.record({ tier: oneOf(Tier.options), team: id })
const conditions = {
  category: maybe(fc.array(id, { minLength: 1, maxLength: 3 })),
  priority: maybe(some(Priority.options)),
  channel: maybe(some(Channel.options)),
  segment: maybe(some(Segment.options)),
  flags: maybe(some(Flag.options))
}
const when = fc.record(conditions)
const pack = some(PackageField.options)
const approver = fc.oneof(
  fc.record({ role: oneOf(['supervisor', 'escalation_manager'] as const) }),
  fc.record({ person: id })
)
const onTimeout = fc.oneof(
  fc.record({ do: oneOf(['next', 'decline', 'expire'] as const) }),
  fc.record({ do: fc.constant('notify' as const), whom: approver }),
  fc.record({ do: fc.constant('approve' as const), upToMinor: minor })
)
const times = {
  acceptMinutes: minutes,
  resolveMinutes: minutes,
  onChange: oneOf(['rebind', 'confirm'] as const)
}
const special = fc.record({
  id,
  reason: oneOf(SpecialRow.shape.reason.options),
  tiers: some(Tier.options),
  when,
  to: queue,
  package: pack,
  ...times
})
const functional = fc.record({
  id,
  from: fc.record({ tier: oneOf(Tier.options), team: maybe(id) }),
  when,
  to: queue,
  package: pack,
  ...times
})
const authority = {
  id,
  tiers: some(Tier.options),
  when,
  package: pack,
  chain: fc.array(fc.record({ approver, minutes, onTimeout }), { minLength: 1, maxLength: 3 })
}
const hierarchical = fc.oneof(
  fc.record({
    ...authority,
    action: oneOf(AuthorityAction.options),
    overMinor: minor,
    upToMinor: minor,
    twoPeopleOverMinor: maybe(minor)
  }),
  fc.record({
    ...authority,
    action: fc.constant('move'),
    to: queue,
    acceptMinutes: minutes,
    resolveMinutes: minutes
  }),
  fc.record({ ...authority, action: fc.constant('exception'), exception: text(40, 1) })
)
const clock = oneOf(ClockKind.options)
const automatic = fc.record({
  id,
  tiers: some(Tier.options),
  when,
  trigger: fc.oneof(
    fc.record({ on: fc.constant('at_risk'), clock }),
    fc.record({ on: fc.constant('breached'), clock, plusMinutes: fc.integer({ min: 0, max: 43_200 }) }),
    fc.record({ on: oneOf(['reopened', 'returned']), times: fc.integer({ min: 1, max: 50 }) })
  ),
  act: fc.oneof(
    fc.record({ do: fc.constant('escalate'), to: queue, acceptMinutes: minutes, resolveMinutes: minutes }),
    fc.record({ do: fc.constant('notify'), whom: approver }),
    fc.record({ do: fc.constant('priority'), priority: oneOf(Priority.options) })
  )
})
const long = label(2_000)
const list = <T>(arb: fc.Arbitrary<T>, minLength = 0) => fc.array(arb, { minLength, maxLength: 4 })

/** Any document the schema takes, sensible or not. */
export const anyMatrix: fc.Arbitrary<Matrix> = fc
  .record({
    format: fc.constant(MATRIX_FORMAT),
    version: fc.integer({ min: 1, max: 9_999 }),
    name: text(120, 1),
    author: text(120),
    reason: text(500),
    currency: oneOf(['EUR', 'USD', 'JPY']),
    tiers: list(
      fc.record({
        id: oneOf(Tier.options),
        name: label(),
        targetShare: maybe(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))),
        teams: list(fc.record({ id, name: label(), language: maybe(oneOf(['en', 'es', 'it'] as const)) }))
      }),
      1
    ),
    categories: list(fc.record({ id, name: label() }), 1),
    special: list(special),
    privacy: list(fc.record({ id, when, to: oneOf(['email', 'phone', 'chat', 'web']) })),
    functional: list(functional),
    hierarchical: list(hierarchical),
    exceptions: list(fc.record({ id: text(40, 1), name: label() })),
    limits: list(
      fc.record({
        action: oneOf(AuthorityAction.options),
        tier: oneOf(Tier.options),
        perCaseMinor: minor,
        perCustomer: maybe(fc.record({ minor, days: fc.integer({ min: 1, max: 3660 }) }))
      })
    ),
    delegates: list(fc.record({ of: id, to: id, when: oneOf(['away', 'always']) })),
    automatic: list(automatic),
    message: maybe(
      fc.record({
        empathy: long,
        done: long,
        fault: long,
        serious: long,
        contact: long,
        next: long,
        apology: long
      })
    ),
    sla: list(
      fc.record({
        tier: oneOf(Tier.options),
        priority: oneOf(Priority.options),
        ownMinutes: minutes,
        firstResponseMinutes: minutes,
        resolveMinutes: minutes
      }),
      1
    ),
    riskShare: fc.double({ min: 0.01, max: 0.9, noNaN: true })
  })
  // Absent and undefined are the same to the schema; on disk only absent exists.
  .map((made) => Matrix.parse(JSON.parse(JSON.stringify(made))))
