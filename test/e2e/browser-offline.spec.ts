import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { twoClaimOffline } from './stories/conflict.ts'
import { workOffline } from './stories/offline.ts'
import { tooLongAway } from './stories/too-long-away.ts'

test('[SY1] [SY2] [SY23] [SY25] work without a server, a restart in between, and all of it arrives once', ({
  room
}) => {
  test.slow()
  return workOffline(room, checkAccess)
})

test('[SY7] [SY9] [SY10] [CO5] two claim the same case offline: the second one keeps every word', ({
  room
}) => twoClaimOffline(room, checkAccess))

test('[EN41] the server is away for longer than it allowed: one reads and drafts, and all goes on when it is back', ({
  room
}) => {
  test.slow()
  return tooLongAway(room, checkAccess)
})
