import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { pressedTwice } from './stories/pressed-twice.ts'

test('[CS20] what is pressed twice is granted once: in tabs', ({ room }) => pressedTwice(room, checkAccess))
