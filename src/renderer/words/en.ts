import { approvals } from './en/approvals.ts'
import { kase } from './en/case.ts'
import { escalation } from './en/escalation.ts'
import { events } from './en/events.ts'
import { figures } from './en/figures.ts'
import { frame } from './en/frame.ts'
import { importing } from './en/importing.ts'
import { letters } from './en/letters.ts'
import { lookedAfter } from './en/looked-after.ts'
import { matrix } from './en/matrix.ts'
import { matrixFaults, matrixFaultValues } from './en/matrix-faults.ts'
import { matrixFindings } from './en/matrix-findings.ts'
import { matrixRows } from './en/matrix-rows.ts'
import { matrixTry } from './en/matrix-try.ts'
import { outbox } from './en/outbox.ts'
import { queue } from './en/queue.ts'
import { refusals } from './en/refusals.ts'
import { settings } from './en/settings.ts'
import { shortcuts } from './en/shortcuts.ts'
import { signIn } from './en/sign-in.ts'
import { sla } from './en/sla.ts'

export const en = {
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
