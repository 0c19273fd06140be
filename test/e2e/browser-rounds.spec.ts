import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { makeTheRounds } from './stories/rounds.ts'

test('the rounds: every screen of the demo is open to everybody, in light, dark and high contrast', ({
  room
}) => {
  test.slow() // sixty times axe
  return makeTheRounds(room, checkAccess)
})
