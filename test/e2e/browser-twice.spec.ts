import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { pressedTwice } from './stories/pressed-twice.ts'
import { otherAmount, sentAndReopened, sentOnce, tooLong } from './stories/sent-once.ts'

// Lost answers are waited for, and axe reads big pages three times: on a busy machine that takes its time.
test.describe.configure({ timeout: 120_000 })

test('[CS20] what is pressed twice is granted once: in tabs', ({ room }) => pressedTwice(room, checkAccess))

test('[EN31] [CS20] a reply whose answer was lost is sent once, and what was changed since by another press: in tabs', ({
  room
}) => sentOnce(room, checkAccess))

test('[EN31] what was sent as the window was opened anew is sent once: in tabs', ({ room }) =>
  sentAndReopened(room))

test('[EN31] an amount changed after a lost answer is granted by another press only: in tabs', ({ room }) =>
  otherAmount(room, checkAccess))

test('[EN32] a text that is too long is counted, refused in words and kept: in tabs', ({ room }) =>
  tooLong(room, checkAccess))
