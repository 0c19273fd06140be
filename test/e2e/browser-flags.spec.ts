import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { marksLeadTheWay } from './stories/flags.ts'

test('[ES24] [ES25] marks lead the way: out of the public before an answer, fraud past everybody', ({
  room
}) => marksLeadTheWay(room, checkAccess))
