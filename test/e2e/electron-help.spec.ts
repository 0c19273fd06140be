import { lookAway } from './looks.ts'
import { test } from './room.ts'
import { calledAndHelped } from './stories/help.ts'

test('[ES32] [ES33] a case that came back twice: the manager is called and answers, a colleague helps and leaves: in windows', ({
  room
}) => calledAndHelped(room, lookAway))
