import { z } from 'zod'
import { compareTiers, Tier } from '../people/tier.ts'

/** What another company's product can be opened for. */
export const ProviderKind = z.enum(['cobrowse', 'screen', 'video'])
export type ProviderKind = z.infer<typeof ProviderKind>

/** Whose sessions may be looked at again: one's own, those of one's queues, everybody's. Each holds the one before. */
export const ReplayOf = z.enum(['none', 'own', 'team', 'all'])
export type ReplayOf = z.infer<typeof ReplayOf>

/** What people of a tier may do in a session. What the customer has to allow besides is not here: no right replaces that. */
export const TierRights = z.strictObject({
  /** Start a session on their own case, or join one. */
  cobrowse: z.boolean(),
  /** Point, highlight, draw. */
  annotate: z.boolean(),
  /** Scroll and click, after the customer's grant. */
  control: z.boolean(),
  /** Type into fields that are not private, after a second grant. */
  type: z.boolean(),
  /** See the customer's screen, show their own. */
  screen: z.boolean(),
  voice: z.boolean(),
  /** The tiers they may call into a session. */
  invites: z.array(Tier),
  /** The tiers from which they may take a session over. */
  accepts: z.array(Tier),
  /** Give a session back to whom it came from. */
  handsBack: z.boolean(),
  /** Ask for a recording, which the customer agrees to for itself. */
  record: z.boolean(),
  replay: ReplayOf,
  providers: z.array(ProviderKind),
  choosesProvider: z.boolean(),
  /** End a session that is not theirs. */
  endsOthers: z.boolean()
})
export type TierRights = z.infer<typeof TierRights>

/** The rights of every tier. A company may change it; a tier that is missing may do nothing. */
export const AssistRights = z.partialRecord(Tier, TierRights)
export type AssistRights = z.infer<typeof AssistRights>

const NOTHING: TierRights = {
  cobrowse: false,
  annotate: false,
  control: false,
  type: false,
  screen: false,
  voice: false,
  invites: [],
  accepts: [],
  handsBack: false,
  record: false,
  replay: 'none',
  providers: [],
  choosesProvider: false,
  endsOthers: false
}

const FIRST_LINE: TierRights = {
  ...NOTHING,
  cobrowse: true,
  annotate: true,
  control: true,
  screen: true,
  invites: ['L2'],
  replay: 'own',
  providers: ['cobrowse', 'screen']
}

const SECOND_LINE: TierRights = {
  ...FIRST_LINE,
  type: true,
  voice: true,
  invites: ['L3'],
  accepts: ['L1'],
  record: true,
  replay: 'team',
  providers: ['cobrowse', 'screen', 'video']
}

/** How it is where nobody changed it: the customer and L0 do nothing by themselves, a vendor (L4) is not let in. */
export const DEFAULT_RIGHTS: AssistRights = {
  L0: NOTHING,
  L1: FIRST_LINE,
  L2: SECOND_LINE,
  L3: {
    ...SECOND_LINE,
    invites: ['L3'],
    accepts: ['L1', 'L2', 'L3'],
    handsBack: true,
    replay: 'all',
    choosesProvider: true,
    endsOthers: true
  },
  L4: NOTHING
}

/** What somebody wants to do, as far as their tier has a say in it. */
export type Wish =
  | { readonly do: 'cobrowse' | 'annotate' | 'control' | 'type' | 'screen' | 'voice' | 'record' }
  | { readonly do: 'handBack' | 'chooseProvider' | 'endOther' }
  | { readonly do: 'invite' | 'accept'; readonly tier: Tier }
  | { readonly do: 'replay'; readonly of: Exclude<ReplayOf, 'none'> }
  | { readonly do: 'provider'; readonly kind: ProviderKind }

/** Whether a tier may do it at all (AV1). The one table that server, console and buttons ask. */
export function mayTier(rights: AssistRights, tier: Tier, wish: Wish): boolean {
  const own = rights[tier] ?? NOTHING
  switch (wish.do) {
    case 'invite':
      return own.invites.includes(wish.tier)
    case 'accept':
      return own.accepts.includes(wish.tier)
    case 'replay':
      return ReplayOf.options.indexOf(own.replay) >= ReplayOf.options.indexOf(wish.of)
    case 'provider':
      return own.providers.includes(wish.kind)
    case 'handBack':
      return own.handsBack
    case 'chooseProvider':
      return own.choosesProvider
    case 'endOther':
      return own.endsOthers
    default:
      return own[wish.do]
  }
}

/** The lowest tier that may do it: what a greyed button names. Undefined: none. */
export function lowestThatMay(rights: AssistRights, wish: Wish): Tier | undefined {
  return Tier.options.toSorted(compareTiers).find((tier) => mayTier(rights, tier, wish))
}
