import { keepLightAndDark } from './looks.ts'
import { test } from './room.ts'
import { makeTheRounds } from './stories/rounds.ts'

test('[CO1] the rounds: every screen of the demo, in pictures', ({ room }) =>
  makeTheRounds(room, keepLightAndDark))
