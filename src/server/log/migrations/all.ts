import type { Migration } from '../../../sqlite/migrate.ts'
import { log0010 } from './0010-log.ts'
import { deviceSince0020 } from './0020-device-since.ts'
import { matrixPlans0030 } from './0030-matrix-plans.ts'
import { grants0050 } from './0050-grants.ts'
import { automatic0060 } from './0060-automatic.ts'
import { receipts0070 } from './0070-receipts.ts'
import { helped0080 } from './0080-helped.ts'
import { asked0120 } from './0120-asked.ts'
import { private0130 } from './0130-private.ts'
import { automaticSince0140 } from './0140-automatic-since.ts'
import { offlineGrants0150 } from './0150-offline-grants.ts'
import { nodes0160 } from './0160-nodes.ts'
import { scopeSums0170 } from './0170-scope-sums.ts'

/** Every step of the server's database, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  log0010,
  deviceSince0020,
  matrixPlans0030,
  grants0050,
  automatic0060,
  receipts0070,
  helped0080,
  asked0120,
  private0130,
  automaticSince0140,
  offlineGrants0150,
  nodes0160,
  scopeSums0170
]
