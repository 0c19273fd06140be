import { approvals } from './es/approvals.ts'
import { kase } from './es/case.ts'
import { escalation } from './es/escalation.ts'
import { events } from './es/events.ts'
import { figures } from './es/figures.ts'
import { frame } from './es/frame.ts'
import { importing } from './es/importing.ts'
import { letters } from './es/letters.ts'
import { lookedAfter } from './es/looked-after.ts'
import { matrix } from './es/matrix.ts'
import { matrixFaults, matrixFaultValues } from './es/matrix-faults.ts'
import { matrixFindings } from './es/matrix-findings.ts'
import { matrixRows } from './es/matrix-rows.ts'
import { matrixTry } from './es/matrix-try.ts'
import { outbox } from './es/outbox.ts'
import { queue } from './es/queue.ts'
import { refusals } from './es/refusals.ts'
import { settings } from './es/settings.ts'
import { shortcuts } from './es/shortcuts.ts'
import { signIn } from './es/sign-in.ts'
import { sla } from './es/sla.ts'
import type { Words } from './words.ts'

export const es: Words = {
  figures,
  frame,
  queue,
  case: kase,
  escalation,
  approvals,
  outbox,
  signIn,
  importing,
  letters,
  lookedAfter,
  matrix,
  matrixFaults,
  matrixFaultValues,
  matrixFindings,
  matrixRows,
  matrixTry,
  settings,
  shortcuts,
  refusals,
  sla,
  events
}
