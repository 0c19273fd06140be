import { checkAccess } from './looks.ts'
import { test } from './room.ts'
import { customerIsTold } from './stories/tell-customer.ts'

test('[CS17] [CS19] the customer is told in her language what becomes of her case, in seven parts, changed by hand', ({
  room
}) => customerIsTold(room, checkAccess))
