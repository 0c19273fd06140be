import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { importWithFaults, manyRejected } from './stories/import.ts'

// Lost answers are waited for, and axe reads big pages three times: on a busy machine that takes its time.
test.describe.configure({ timeout: 120_000 })

test('[IM12] [SV46] an administrator imports a file with faults; its cases reach another console', ({
  room
}) => importWithFaults(room, checkAccess))

test('[IM53] [IM54] [CS10] all rejected rows are paged through and saved, and a server that is away is said', ({
  room
}) => manyRejected(room, checkAccess))
