import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { resolvedWithSimilar } from './stories/similar.ts'

test('[ES31] [EN15] a case is resolved with the solution of another, which counts as an escalation avoided', ({
  room
}) => resolvedWithSimilar(room, checkAccess))
