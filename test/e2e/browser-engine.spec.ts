import { test } from './room.ts'
import { engineDies } from './stories/engine-dies.ts'

test('[SH7] [SH8] [SY1] [SY2] the engine is killed again and again: nothing is lost, nothing is there twice', ({
  room
}) => engineDies(room))
