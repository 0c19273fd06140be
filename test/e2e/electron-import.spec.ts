import { keepScreen } from './looks.ts'
import { test } from './room.ts'
import { importWithFaults } from './stories/import.ts'

test('[IM12] [SV46] an administrator imports a file with faults; its cases reach another console', ({
  room
}) => importWithFaults(room, keepScreen))
