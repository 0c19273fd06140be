import { approvals } from './it/approvals.ts'
import { kase } from './it/case.ts'
import { escalation } from './it/escalation.ts'
import { events } from './it/events.ts'
import { figures } from './it/figures.ts'
import { frame } from './it/frame.ts'
import { importing } from './it/importing.ts'
import { letters } from './it/letters.ts'
import { lookedAfter } from './it/looked-after.ts'
import { matrix } from './it/matrix.ts'
import { matrixFaults, matrixFaultValues } from './it/matrix-faults.ts'
import { matrixFindings } from './it/matrix-findings.ts'
import { matrixRows } from './it/matrix-rows.ts'
import { matrixTry } from './it/matrix-try.ts'
import { outbox } from './it/outbox.ts'
import { queue } from './it/queue.ts'
import { refusals } from './it/refusals.ts'
import { settings } from './it/settings.ts'
import { shortcuts } from './it/shortcuts.ts'
import { signIn } from './it/sign-in.ts'
import { sla } from './it/sla.ts'
import type { Words } from './words.ts'

export const it: Words = {
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
