import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { heldForSupervisor } from './stories/held.ts'

test('[SY49] [SV89] [SV90] [EN44] work of somebody who was moved meanwhile waits for the supervisor; how consoles stand is seen: in tabs', ({
  room
}) => {
  test.slow()
  return heldForSupervisor(room, checkAccess)
})
