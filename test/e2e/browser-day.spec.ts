import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { dayByKeyboard } from './stories/day.ts'

test('[SY1] [SY13] [SY14] [SY15] a day by the keyboard alone, in browser tabs', async ({ room }) =>
  dayByKeyboard(room, checkAccess))
