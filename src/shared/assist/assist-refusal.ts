import type { PersonId } from '../lib/ids.ts'
import type { Tier } from '../people/tier.ts'

/** Every "no" about a session. It travels as data to the one place that gives it words. */
export type AssistRefusal =
  | { readonly type: 'NoSuchSession' | 'AlreadyOpen' | 'SessionEnded' | 'CaseNotInWork' }
  | { readonly type: 'NotYourCase'; readonly owner: PersonId | null }
  /** `lowest`: from which tier on people may; null: nobody may. */
  | { readonly type: 'TierMayNot'; readonly lowest: Tier | null }
  | { readonly type: 'NotInvited' | 'NotInSession' | 'OnlyLooksOn' | 'IsIn' }
  | { readonly type: 'NotActive' | 'Paused' | 'NotPaused' | 'PageGone' }
  | { readonly type: 'HeldBy' | 'AskedFor'; readonly personId: PersonId }
  | {
      readonly type: 'NotAsked' | 'NotHolder' | 'ClickFirst' | 'NotSharing' | 'RecordingRuns' | 'NoRecording'
    }
