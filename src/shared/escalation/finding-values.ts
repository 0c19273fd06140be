import type { FindingCode } from './finding.ts'

/**
 * What a value of a finding is, so that each language can say it. entry: whatever stands there twice, as its path says.
 * rows: ids of rows. places: tiers, channels or a queue. money: `50.00 EUR`. minutes, count: numbers. word: as it is.
 */
export type FindingValue =
  | 'entry'
  | 'rows'
  | 'queue'
  | 'tier'
  | 'tiers'
  | 'places'
  | 'category'
  | 'exception'
  | 'person'
  | 'money'
  | 'minutes'
  | 'count'
  | 'priority'
  | 'action'
  | 'language'
  | 'messagePart'
  | 'word'

const over = { over: 'money', upTo: 'money' } as const
const priority = { tier: 'tier', priority: 'priority', target: 'minutes' } as const

/** Which values each code has. A finding of another shape has those of the fault in its text, and `fault`, its code. */
export const FINDING_VALUES = {
  shape: { fault: 'word' },
  newer_format: {},
  duplicate_id: { id: 'entry' },
  unknown_team: { queue: 'queue' },
  unknown_tier: { tier: 'tier' },
  unknown_category: { category: 'category' },
  unknown_exception: { exception: 'exception' },
  exception_unused: { exception: 'exception' },
  share_falls: { tier: 'tier', from: 'count', to: 'count' },
  unknown_person: { person: 'person' },
  not_up: { from: 'tiers', to: 'queue' },
  empty_range: over,
  lost_queue: { queue: 'queue', open: 'count' },
  awaited_queue: { queue: 'queue', open: 'count' },
  currency_changed: { from: 'word', to: 'word', cases: 'count' },
  lost_category: { category: 'category', open: 'count' },
  no_owner: { queue: 'queue' },
  empty_team: { queue: 'queue' },
  dead_end: { queue: 'queue' },
  unsure_way: { queue: 'queue', by: 'rows' },
  cycle: { from: 'queue', to: 'queue' },
  shadowed: { by: 'rows' },
  takes_all: { places: 'places' },
  unreachable: { what: 'places' },
  never_comes: { places: 'places' },
  no_approver: { step: 'count', queue: 'queue' },
  own_approval: { person: 'person', step: 'count', queue: 'queue' },
  nobody_told: { queue: 'queue' },
  told_already: { step: 'count' },
  told_asker: { person: 'person', step: 'count', queue: 'queue' },
  limit_falls: { action: 'action', tier: 'tier', limit: 'money', below: 'tier', belowLimit: 'money' },
  customer_limit_falls: {
    action: 'action',
    tier: 'tier',
    limit: 'money',
    days: 'count',
    below: 'tier',
    belowLimit: 'money',
    belowDays: 'count'
  },
  amount_gap: { ...over, tier: 'tier' },
  amount_overlap: { ...over, by: 'rows' },
  chain_too_slow: { ...priority, chain: 'minutes' },
  accept_after_resolve: { accept: 'minutes', resolve: 'minutes' },
  resolve_after_target: { ...priority, resolve: 'minutes' },
  no_target: { priority: 'priority' },
  delegate_loop: { of: 'person', to: 'person' },
  delegate_unable: { of: 'person', to: 'person' },
  customer_below_case: { action: 'action', tier: 'tier', limit: 'money', customer: 'money' },
  auto_approve_over: { ...over, step: 'count', auto: 'money' },
  automatic_loop: { by: 'rows' },
  automatic_idle: { priority: 'priority' },
  automatic_twice: { by: 'rows' },
  message_incomplete: { part: 'messagePart', language: 'language' },
  unknown_placeholder: { word: 'word', part: 'messagePart', language: 'language' }
} as const satisfies Readonly<Record<FindingCode, Readonly<Record<string, FindingValue>>>>

/** What a finding with this code must say. */
export type ValuesOf<C extends FindingCode> = {
  readonly [name in keyof (typeof FINDING_VALUES)[C]]: string | number
}
