import { keepScreen } from './looks.ts'
import { test } from './room.ts'
import { editedAndObeyed } from './stories/matrix.ts'

test('[CO8] [CO9] [CO11] [CO13] [CO16] the matrix is edited, checked, tried and published, and another console obeys', async ({
  room
}) => {
  test.slow()
  await editedAndObeyed(room, keepScreen)
})
