import { z } from 'zod'
import { PersonId } from '../lib/ids.ts'
import { Language, Role } from '../people/person.ts'
import { Queue, TeamId } from '../people/queue.ts'
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
  .regex(/^[a-z0-9-]+$/, 'a category id has small letters, digits and dashes')
/** What a tier may give a customer: money back, credit on the account, a gesture. */
export const AuthorityAction = z.enum(['refund', 'credit', 'goodwill'])
export type AuthorityAction = z.infer<typeof AuthorityAction>
/** What the one who escalates must leave for the next person. */
export const PackageField = z.enum(['need', 'tried', 'impact', 'ask'])
export type PackageField = z.infer<typeof PackageField>

const rowId = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9-]+$/, 'a row id has small letters, digits and dashes')
const minutes = z
  .number()
  .int()
  .min(1)
  .max(60 * 24 * 365)
/** Money in minor units (cents) of the matrix's currency. */
const minor = z.number().int().min(0).max(1_000_000_000)
/** One word in the languages the console speaks; `en` always, the others fall back to it. */
export const Label = z.object({
  en: z.string().min(1).max(80),
  es: z.string().max(80).optional(),
  it: z.string().max(80).optional()
})
export type Label = z.infer<typeof Label>

/** All listed values must match; a list matches when it holds the case's value; an absent list matches everything. */
export const When = z.strictObject({
  category: z.array(CategoryId).min(1).optional(),
  priority: z.array(Priority).min(1).optional(),
  channel: z.array(Channel).min(1).optional(),
  segment: z.array(Segment).min(1).optional(),
  flags: z.array(Flag).min(1).optional()
})
export type When = z.infer<typeof When>

/** Expertise: from a tier (or one team of it) to a queue further up. The first row that matches and leads to a queue is its button. */
export const FunctionalRow = z.strictObject({
  id: rowId,
  from: z.strictObject({ tier: Tier, team: TeamId.optional() }),
  when: When.default({}),
  to: Queue,
  package: z.array(PackageField).min(1),
  acceptMinutes: minutes,
  resolveMinutes: minutes,
  /** What the server does when this row's target changed while the escalation was on its way (ES9). */
  onChange: z.enum(['rebind', 'confirm']).default('confirm')
})
export type FunctionalRow = z.infer<typeof FunctionalRow>

/** Who decides a step: anybody with the role (a supervisor: of the case's queue), or one named person. */
export const Approver = z.union([
  z.strictObject({ role: Role.exclude(['agent', 'administrator']) }),
  z.strictObject({ person: PersonId })
])
export type Approver = z.infer<typeof Approver>

/** Authority: an action over an amount goes along a chain of approvers, in order. */
export const HierarchicalRow = z.strictObject({
  id: rowId,
  action: AuthorityAction,
  tiers: z.array(Tier).min(1),
  when: When.default({}),
  /** Amounts over `overMinor` and up to `upToMinor` (both in minor units). */
  overMinor: minor,
  upToMinor: minor,
  chain: z
    .array(z.strictObject({ approver: Approver, minutes }))
    .min(1)
    .max(6),
  /** A step nobody answered in time: ask the next one (the last one expires), or end the request. */
  onTimeout: z.enum(['next', 'expire']),
  package: z.array(PackageField).min(1)
})
export type HierarchicalRow = z.infer<typeof HierarchicalRow>

/** What a tier may grant by itself on one case, in all. */
export const Limit = z.strictObject({ action: AuthorityAction, tier: Tier, perCaseMinor: minor })
export type Limit = z.infer<typeof Limit>

export const SlaTarget = z.strictObject({
  tier: Tier,
  priority: Priority,
  ownMinutes: minutes,
  firstResponseMinutes: minutes,
  resolveMinutes: minutes
})
export type SlaTarget = z.infer<typeof SlaTarget>

/** The versioned document behind every button, timer and refusal (product.md, section 3; ES1). */
export const Matrix = z.strictObject({
  format: z.literal('tierline.matrix/1'),
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
    .min(1),
  categories: z
    .array(z.strictObject({ id: CategoryId, name: Label }))
    .min(1)
    .max(500),
  functional: z.array(FunctionalRow).max(500),
  hierarchical: z.array(HierarchicalRow).max(500),
  limits: z.array(Limit).max(200),
  sla: z.array(SlaTarget).min(1).max(200),
  /** A clock is at risk when less than this share of its target is left (0 to 1). */
  riskShare: z.number().min(0.01).max(0.9)
})
export type Matrix = z.infer<typeof Matrix>
