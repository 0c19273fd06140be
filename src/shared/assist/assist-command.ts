import { z } from 'zod'
import { CaseId, PersonId } from '../lib/ids.ts'
import { Language } from '../people/person.ts'
import { Tier } from '../people/tier.ts'
import { AssistKind, ControlLevel, Surface, Veto } from './assist-event.ts'

/** What an agent may ask for. */
export const AgentCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open'), caseId: CaseId, kind: AssistKind }),
  z.strictObject({ type: z.literal('join') }),
  z.strictObject({ type: z.literal('leave') }),
  z.strictObject({ type: z.literal('invite'), tier: Tier, personId: PersonId.nullable() }),
  z.strictObject({ type: z.literal('ask_control'), level: ControlLevel }),
  z.strictObject({ type: z.literal('pass_control'), to: PersonId }),
  z.strictObject({ type: z.literal('end_control') }),
  z.strictObject({ type: z.literal('show_screen'), surface: Surface }),
  z.strictObject({ type: z.literal('end_screen') }),
  z.strictObject({ type: z.literal('ask_recording') }),
  z.strictObject({ type: z.literal('end_recording') }),
  z.strictObject({ type: z.literal('end') })
])
export type AgentCommand = z.infer<typeof AgentCommand>

/** What the customer's page may say. What is not on this list no relay passes on. */
export const CustomerCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('arrive'), origin: z.string().max(200) }),
  z.strictObject({
    type: z.literal('consent'),
    textVersion: z.string().max(40),
    textHash: z.string().length(64),
    language: Language
  }),
  z.strictObject({ type: z.literal('decline') }),
  z.strictObject({ type: z.literal('let_in'), personId: PersonId }),
  z.strictObject({ type: z.literal('keep_out'), personId: PersonId }),
  z.strictObject({ type: z.literal('grant_control'), personId: PersonId, level: ControlLevel }),
  z.strictObject({ type: z.literal('reject_control') }),
  z.strictObject({ type: z.literal('end_control') }),
  z.strictObject({
    type: z.literal('acted'),
    personId: PersonId,
    what: z.enum(['click', 'scroll', 'input']),
    nodeId: z.number().int().nonnegative(),
    tag: z.string().max(30),
    label: z.string().max(80),
    veto: Veto.nullable()
  }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('go_to'), url: z.string().max(4_000) }),
  z.strictObject({ type: z.literal('show_screen'), surface: Surface }),
  z.strictObject({ type: z.literal('end_screen') }),
  z.strictObject({ type: z.literal('allow_recording') }),
  z.strictObject({ type: z.literal('refuse_recording') }),
  z.strictObject({ type: z.literal('end_recording') }),
  z.strictObject({
    type: z.literal('masked'),
    counts: z.record(z.string().max(30), z.number().int().nonnegative())
  }),
  z.strictObject({ type: z.literal('end') })
])
export type CustomerCommand = z.infer<typeof CustomerCommand>

/** What the server notices by itself. */
export type SystemCommand =
  | { readonly type: 'code_issued'; readonly until: number }
  | { readonly type: 'code_failed' | 'page_gone' | 'page_back' | 'trip' | 'case_closed' | 'tick' }
  | { readonly type: 'signed_out'; readonly personId: PersonId }
