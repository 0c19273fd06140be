import { keepScreen } from './looks.ts'
import { test } from './room.ts'
import { twoClaimOffline } from './stories/conflict.ts'
import { workOffline } from './stories/offline.ts'

test('[SY1] [SY2] [SY23] [SY25] work without a server, a restart in between, and all of it arrives once', ({
  room
}) => workOffline(room, keepScreen))

test('[SY7] [SY9] [SY10] [CO5] two claim the same case offline: the second one keeps every word', ({
  room
}) => twoClaimOffline(room, keepScreen))
