import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { fromTheMessage } from './stories/notices.ts'

test('[CS22] [EN34] [CS15] a request is approved from the message about it, and another’s message goes stale: in tabs', ({
  room
}) => {
  test.slow()
  return fromTheMessage(room, checkAccess)
})
