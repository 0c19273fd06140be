import { z } from 'zod'
import { PersonId } from '../../shared/lib/ids.ts'
import { NewCase } from '../intake.ts'

/** What somebody does: a command without what can only be known then (case, escalation, hash, matrix version). */
const Act = z.object({ type: z.string() }).loose()

const Step = z.union([
  z.strictObject({ after: z.number(), by: PersonId, do: Act }),
  z.strictObject({ after: z.number(), customer: z.string() })
])
export type Step = z.infer<typeof Step>

/** Cases written for the demo and what its people did with them, in minutes: `ago` before now, each step `after` its case began. */
export const Story = z.array(
  z.strictObject({ ago: z.number(), case: NewCase, next: z.array(Step).default([]) })
)
export type Story = z.infer<typeof Story>
