import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { importWithFaults, manyRejected } from './stories/import.ts'

test('[IM12] [SV46] an administrator imports a file with faults; its cases reach another console', ({
  room
}) => importWithFaults(room, checkAccess))

test('[IM53] [IM54] [CS10] all rejected rows are paged through and saved, and a server that is away is said', ({
  room
}) => manyRejected(room, checkAccess))
