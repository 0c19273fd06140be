import { lookAway } from './looks.ts'
import { test } from './room.ts'
import { twoAdministrators } from './stories/two-administrators.ts'

test('[MX31] [MX38] [CO30] two administrators edit at once and nothing of either is lost: in windows', ({
  room
}) => twoAdministrators(room, lookAway))
