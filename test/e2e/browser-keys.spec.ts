import { test } from './room.ts'
import { keysAfterClosing } from './stories/keys-after-closing.ts'

test('[CO19] [CO32] after a dialog closes keys work at once: in a tab', ({ room }) => keysAfterClosing(room))
