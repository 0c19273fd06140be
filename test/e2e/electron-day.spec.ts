import { keepScreen } from './looks.ts'
import { test } from './room.ts'
import { dayByKeyboard } from './stories/day.ts'

test('[SY1] [SY13] [SY14] [SY15] a day by the keyboard alone: take, answer, pass on, take up, give back', async ({
  room
}) => dayByKeyboard(room, keepScreen))
