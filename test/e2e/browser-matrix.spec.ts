import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { editedAndObeyed } from './stories/matrix.ts'

test('[CO8] [CO9] [CO11] [CO13] the matrix is edited, checked, tried and published, and another console obeys: in tabs', ({
  room
}) => {
  test.slow() // axe looks at nine screens in three themes
  return editedAndObeyed(room, checkAccess)
})
