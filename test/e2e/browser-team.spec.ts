import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { lookedAtAgain } from './stories/looked-at-again.ts'
import { overATeam } from './stories/team.ts'

test('[UI5] [UI6] [SV62] [SV63] a supervisor says who is away and looks at what was avoided: in tabs', ({
  room
}) => {
  test.slow()
  return overATeam(room, checkAccess)
})

test('[CO5] [EN21] an answer to a request that had changed is looked at again: in tabs', ({ room }) => {
  test.slow()
  return lookedAtAgain(room, checkAccess)
})
