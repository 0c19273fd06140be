import { keepScreen } from './looks.ts'
import { test } from './room.ts'
import { refundOverTheLimit } from './stories/refund.ts'

test('[ES12] [ES13] [ES16] [ES18] a refund over the limit: approved, withdrawn, declined', ({ room }) =>
  refundOverTheLimit(room, keepScreen))
