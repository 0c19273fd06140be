import { z } from 'zod'
import { PersonId } from '../lib/ids.ts'
import { Language, Role } from '../people/person.ts'
import { ID_TEXT, Queue, TeamId } from '../people/queue.ts'
import { Tier } from '../people/tier.ts'

export const Priority = z.enum(['urgent', 'high', 'normal', 'low'])
export type Priority = z.infer<typeof Priority>
export const Channel = z.enum(['email', 'phone', 'chat', 'web', 'social'])
export type Channel = z.infer<typeof Channel>
export const Segment = z.enum(['B2B', 'B2C'])
export type Segment = z.infer<typeof Segment>
export const Flag = z.enum(['vip', 'fraud', 'compliance', 'outage', 'public'])
export type Flag = z.infer<typeof Flag>
export const CategoryId = z
  .string()
  .min(1)
  .max(40)
  .regex(ID_TEXT, 'a category id has small letters, digits and dashes')
/** What a tier may give a customer: money back, credit on the account, a gesture. */
export const AuthorityAction = z.enum(['refund', 'credit', 'goodwill'])
export type AuthorityAction = z.infer<typeof AuthorityAction>
/** What the one who escalates must leave for the next person. */
export const PackageField = z.enum(['need', 'tried', 'impact', 'ask'])
export type PackageField = z.infer<typeof PackageField>

const rowId = z.string().min(1).max(60).regex(ID_TEXT, 'a row id has small letters, digits and dashes')
const minutes = z
  .number()
  .int()
  .min(1)
  .max(60 * 24 * 365)
/** A queue of the document. */
const Target = z.strictObject(Queue.shape)
const tierList = z.array(Tier).min(1).max(Tier.options.length)
/** Each once. */
const packageFields = z
  .array(PackageField)
  .min(1)
  .max(PackageField.options.length)
  .refine((fields) => new Set(fields).size === fields.length)
  .meta({ uniqueItems: true })
/** The most categories there are, and a row can list. */
const MAX_CATEGORIES = 500
/** Money in minor units (cents) of the matrix's currency. */
const minor = z.number().int().min(0).max(1_000_000_000)
/** One word in the languages the console speaks; `en` always, the others fall back to it. */
export const Label = z.strictObject({
  en: z.string().min(1).max(80),
  es: z.string().max(80).optional(),
  it: z.string().max(80).optional()
})
export type Label = z.infer<typeof Label>

/** All listed values must match; a list matches when it holds the case's value; an absent list matches everything. */
export const When = z.strictObject({
  category: z.array(CategoryId).min(1).max(MAX_CATEGORIES).optional(),
  priority: z.array(Priority).min(1).max(Priority.options.length).optional(),
  channel: z.array(Channel).min(1).max(Channel.options.length).optional(),
  segment: z.array(Segment).min(1).max(Segment.options.length).optional(),
  flags: z.array(Flag).min(1).max(Flag.options.length).optional()
})
export type When = z.infer<typeof When>

/** Expertise: from a tier (or one team of it) to a queue further up. The first row that matches and leads to a queue is its button. */
export const FunctionalRow = z.strictObject({
  id: rowId,
  from: z.strictObject({ tier: Tier, team: TeamId.optional() }),
  when: When.default({}),
  to: Target,
  package: packageFields,
  acceptMinutes: minutes,
  resolveMinutes: minutes,
  /** What the server does when this row's target changed while the escalation was on its way (ES9). */
  onChange: z.enum(['rebind', 'confirm']).default('confirm')
})
export type FunctionalRow = z.infer<typeof FunctionalRow>

/**
 * Straight to those who may touch it, whatever else the rows say: while one matches, no functional row does (ES24).
 * `reason` is why, for the button and the history.
 */
export const SpecialRow = z.strictObject({
  id: rowId,
  reason: z.enum(['compliance', 'fraud', 'outage', 'vip', 'other']),
  tiers: tierList,
  when: When,
  to: Target,
  package: packageFields,
  acceptMinutes: minutes,
  resolveMinutes: minutes,
  onChange: z.enum(['rebind', 'confirm']).default('rebind')
})
export type SpecialRow = z.infer<typeof SpecialRow>

/** A public conversation that carries private data: it goes on in a private channel before anybody answers in it (ES25). */
export const PrivateRow = z.strictObject({ id: rowId, when: When, to: Channel.exclude(['social']) })
export type PrivateRow = z.infer<typeof PrivateRow>

/** Who decides a step: anybody with the role (a supervisor: of the case's queue), or one named person. */
export const Approver = z.union([
  z.strictObject({ role: Role.exclude(['agent', 'administrator']) }),
  z.strictObject({ person: PersonId })
])
export type Approver = z.infer<typeof Approver>

/**
 * What happens when a step was not answered in its time (ES17). next: the next step is asked, after the last one the request
 * expires. notify: `whom` is told and may answer as well, the step gets its time once more, then next. decline: that is a no.
 * expire: the request ends. approve: that is a yes for amounts up to `upToMinor`, for others next.
 */
export const StepTimeout = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('next') }),
  z.strictObject({ do: z.literal('notify'), whom: Approver }),
  z.strictObject({ do: z.literal('decline') }),
  z.strictObject({ do: z.literal('expire') }),
  z.strictObject({ do: z.literal('approve'), upToMinor: minor })
])
export type StepTimeout = z.infer<typeof StepTimeout>

export const ChainStep = z.strictObject({
  approver: Approver,
  minutes,
  onTimeout: StepTimeout.default({ do: 'next' })
})
export type ChainStep = z.infer<typeof ChainStep>

const authority = {
  id: rowId,
  tiers: tierList,
  when: When.default({}),
  chain: z.array(ChainStep).min(1).max(6),
  package: packageFields
}

/** Money over what the tier may give: the last yes grants it. */
export const MoneyRow = z.strictObject({
  ...authority,
  action: AuthorityAction,
  /** Amounts over `overMinor` and up to `upToMinor` (both in minor units). */
  overMinor: minor,
  upToMinor: minor,
  /** Over this amount the last step takes two different people. */
  twoPeopleOverMinor: minor.optional()
})
export type MoneyRow = z.infer<typeof MoneyRow>

/** Into a queue the functional rows do not lead to: the last yes moves the case. */
export const MoveRow = z.strictObject({
  ...authority,
  action: z.literal('move'),
  to: Target,
  acceptMinutes: minutes,
  resolveMinutes: minutes
})
export type MoveRow = z.infer<typeof MoveRow>

/** Something the policy does not foresee: the last yes allows it, on this case. */
export const ExceptionRow = z.strictObject({
  ...authority,
  action: z.literal('exception'),
  exception: z.string().min(1).max(40)
})
export type ExceptionRow = z.infer<typeof ExceptionRow>

/** Authority: what is asked goes along a chain of approvers, in order. */
export const HierarchicalRow = z.discriminatedUnion('action', [MoneyRow, MoveRow, ExceptionRow])
export type HierarchicalRow = z.infer<typeof HierarchicalRow>

/** What a tier may grant by itself: on one case in all, and to one customer within so many days (ES11). */
export const Limit = z.strictObject({
  action: AuthorityAction,
  tier: Tier,
  perCaseMinor: minor,
  perCustomer: z.strictObject({ minor, days: z.number().int().min(1).max(3660) }).optional()
})
export type Limit = z.infer<typeof Limit>

/** Who decides in whose place: always, or while that person is away. */
export const Delegate = z.strictObject({ of: PersonId, to: PersonId, when: z.enum(['away', 'always']) })
export type Delegate = z.infer<typeof Delegate>

export const ClockKind = z.enum(['own', 'firstResponse', 'resolve'])

/**
 * What makes an automatic row act. at_risk, breached: a clock of the case (`plusMinutes` after it was breached). reopened,
 * returned: so many times or more.
 */
export const Trigger = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('at_risk'), clock: ClockKind }),
  z.strictObject({
    on: z.literal('breached'),
    clock: ClockKind,
    plusMinutes: z
      .number()
      .int()
      .min(0)
      .max(60 * 24 * 30)
      .default(0)
  }),
  z.strictObject({ on: z.literal('reopened'), times: z.number().int().min(1).max(50) }),
  z.strictObject({ on: z.literal('returned'), times: z.number().int().min(1).max(50) })
])
export type Trigger = z.infer<typeof Trigger>

export const AutomaticAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('escalate'), to: Target, acceptMinutes: minutes, resolveMinutes: minutes }),
  z.strictObject({ do: z.literal('notify'), whom: Approver }),
  z.strictObject({ do: z.literal('priority'), priority: Priority })
])
export type AutomaticAct = z.infer<typeof AutomaticAct>

/** Nobody has to press anything: the server does it when its trigger comes true, once per case and reopening (ES26). */
export const AutomaticRow = z.strictObject({
  id: rowId,
  trigger: Trigger,
  tiers: tierList,
  when: When.default({}),
  act: AutomaticAct
})
export type AutomaticRow = z.infer<typeof AutomaticRow>

/** A text to customers in the languages of the desk; `en` always, the others fall back to it. */
export const LongLabel = z.strictObject({
  en: z.string().min(1).max(2_000),
  es: z.string().max(2_000).optional(),
  it: z.string().max(2_000).optional()
})
export type LongLabel = z.infer<typeof LongLabel>

/** The seven elements of what a customer is written when a case goes up (product.md, section 6), one paragraph each; words in braces are filled in (`{customer}`). */
export const EscalationMessage = z.strictObject({
  empathy: LongLabel,
  done: LongLabel,
  /** Only where it is our fault: whoever sends it decides. */
  fault: LongLabel,
  serious: LongLabel,
  contact: LongLabel,
  next: LongLabel,
  apology: LongLabel
})
export type EscalationMessage = z.infer<typeof EscalationMessage>

export const SlaTarget = z.strictObject({
  tier: Tier,
  priority: Priority,
  ownMinutes: minutes,
  firstResponseMinutes: minutes,
  resolveMinutes: minutes
})
export type SlaTarget = z.infer<typeof SlaTarget>

/** Raised when the document's shape changes; `upgradeMatrix` reads the older ones. */
export const MATRIX_FORMAT = 'tierline.matrix/2'

/** The most rows one list may have: more is not a policy anybody can read. */
export const MAX_ROWS = 1_000

/** The versioned document behind every button, timer and refusal (product.md, section 3; ES1). */
export const Matrix = z.strictObject({
  format: z.literal(MATRIX_FORMAT),
  version: z.number().int().min(1),
  name: z.string().min(1).max(120),
  author: z.string().max(120),
  reason: z.string().max(500),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 currency code, such as EUR'),
  tiers: z
    .array(
      z.strictObject({
        id: Tier,
        name: Label,
        /** Share of the cases this tier is meant to handle, in percent: [from, to]. */
        targetShare: z.tuple([z.number().min(0).max(100), z.number().min(0).max(100)]).optional(),
        teams: z.array(z.strictObject({ id: TeamId, name: Label, language: Language.optional() })).max(50)
      })
    )
    .min(1)
    .max(Tier.options.length),
  categories: z
    .array(z.strictObject({ id: CategoryId, name: Label }))
    .min(1)
    .max(MAX_CATEGORIES),
  /** Tried before the functional rows. */
  special: z.array(SpecialRow).max(MAX_ROWS).default([]),
  privacy: z.array(PrivateRow).max(MAX_ROWS).default([]),
  functional: z.array(FunctionalRow).max(MAX_ROWS),
  hierarchical: z.array(HierarchicalRow).max(MAX_ROWS),
  /** What approvals of exceptions can be asked for. */
  exceptions: z
    .array(z.strictObject({ id: z.string().min(1).max(40), name: Label }))
    .max(100)
    .default([]),
  limits: z.array(Limit).max(200),
  delegates: z.array(Delegate).max(500).default([]),
  automatic: z.array(AutomaticRow).max(MAX_ROWS).default([]),
  /** What the customer is written when a case goes up; absent: nothing is offered. */
  message: EscalationMessage.optional(),
  sla: z.array(SlaTarget).min(1).max(200),
  /** A clock is at risk when less than this share of its target is left (0 to 1). */
  riskShare: z.number().min(0.01).max(0.9)
})
export type Matrix = z.infer<typeof Matrix>
