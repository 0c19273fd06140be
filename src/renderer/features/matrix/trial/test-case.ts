import type { Case } from '../../../../shared/case/case.ts'
import type {
  AuthorityAction,
  Channel,
  Flag,
  Matrix,
  Priority,
  Segment
} from '../../../../shared/escalation/matrix.ts'
import { CaseId, CUSTOMER, type PersonId } from '../../../../shared/lib/ids.ts'
import type { Queue } from '../../../../shared/people/queue.ts'

/** What of a case the rows look at. */
export type Traits = {
  readonly queue: Queue
  readonly category: string
  readonly priority: Priority
  readonly channel: Channel
  readonly segment: Segment
  readonly flags: readonly Flag[]
  /** Who looks at it. */
  readonly person: PersonId | null
  /** Whether it is theirs: what is nobody's can only be taken. */
  readonly isOwn: boolean
  readonly action: AuthorityAction
  readonly amountMinor: number | null
}

/** A first case to try: in the lowest queue there is. */
export function firstTraits(doc: Matrix): Traits {
  const queue = doc.tiers.flatMap(({ id, teams }) => teams.map((team) => ({ tier: id, team: team.id })))[0]
  return {
    queue: queue ?? { tier: 'L1', team: 'team' },
    category: doc.categories[0]?.id ?? 'other',
    priority: 'normal',
    channel: 'email',
    segment: 'B2C',
    flags: [],
    person: null,
    isOwn: true,
    action: 'refund',
    amountMinor: null
  }
}

/** A case with these traits that has just been opened, and was taken if it is somebody's. */
export function caseOf(traits: Traits, at: number): Case {
  const { queue, category, priority, channel, segment, flags, person, isOwn } = traits
  const owner = isOwn ? person : null
  return {
    id: CaseId.parse('try'),
    ref: '-',
    ver: 1,
    subject: '-',
    customer: { id: 'try', name: '-', language: 'en', segment },
    channel,
    language: 'en',
    category,
    priority,
    flags: [...flags],
    queue,
    owner,
    state: { status: owner ? 'open' : 'new' },
    clocks: {},
    hops: [{ queue, at, by: CUSTOMER, how: 'opened' }],
    escalations: [],
    grants: [],
    conversation: owner ? [owner] : [],
    openedAt: at,
    updatedAt: at,
    lastChange: { by: CUSTOMER, at, type: 'case.opened' },
    reopenCount: 0,
    attributes: {}
  }
}

/** The traits of a real case; who looks at it stays as chosen, else its owner. */
export function traitsOf(kase: Case, before: Traits): Traits {
  const { queue, category, priority, channel, flags, owner } = kase
  return {
    ...before,
    queue,
    category,
    priority,
    channel,
    segment: kase.customer.segment,
    flags,
    person: owner ?? before.person,
    isOwn: owner !== null
  }
}
