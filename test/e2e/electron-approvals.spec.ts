import { keepScreen } from './looks.ts'
import { test } from './room.ts'
import { threeSteps } from './stories/approval-chain.ts'
import { grantedOnce } from './stories/granted-once.ts'

test('[ES15] [ES17] [ES28] [CS14] [CS16] [CS18] a chain of three with a timeout and a delegate: in windows', ({
  room
}) => {
  test.slow()
  return threeSteps(room, keepScreen)
})

test('[ES13] [ES15] [SY7] a refund approved twice is granted once: in windows', ({ room }) => {
  test.slow()
  return grantedOnce(room, keepScreen)
})
