import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { planFails } from './stories/plan-fails.ts'
import { trialCancelled } from './stories/trial-cancelled.ts'
import { twoAdministrators } from './stories/two-administrators.ts'

test('[MX31] [MX38] [CO30] two administrators edit at once and nothing of either is lost', ({ room }) =>
  twoAdministrators(room, checkAccess))

test('[MX24] [CO31] a trial is cancelled halfway, a case of its list opened, and the way back leads to it', ({
  room
}) => trialCancelled(room, checkAccess))

test('[MX33] [CO18] [UI10] a planned matrix that no longer fits is not published, and the administrator is told', ({
  room
}) => planFails(room, checkAccess))
