import { readAs } from '../../lib/read-as.ts'
import type { Finding } from '../finding.ts'
import { Matrix } from '../matrix.ts'
import { faultsOfIssues } from '../shape-faults.ts'
import { isNewerFormat, upgradeMatrix } from '../upgrade-matrix.ts'
import { checkAutomatic } from './check-automatic.ts'
import { checkChains } from './check-chains.ts'
import { checkCurrency } from './check-currency.ts'
import { checkDelegates } from './check-delegates.ts'
import { checkLimits } from './check-limits.ts'
import { checkMessage } from './check-message.ts'
import { checkMoney } from './check-money.ts'
import { checkNames } from './check-names.ts'
import { checkReach } from './check-reach.ts'
import { checkShadows } from './check-shadows.ts'
import { checkTimers } from './check-timers.ts'
import { checkWays } from './check-ways.ts'
import { type Around, documentOf, error, placeAt } from './document.ts'

export type { Around }

/** What was found. `matrix` is null when the candidate is no matrix at all, whatever else is wrong with it otherwise. */
export type Checked = { readonly matrix: Matrix | null; readonly findings: readonly Finding[] }

/** Everything that is wrong with a candidate, or questionable about it: its shape first, and when that is sound the rest (MX3, MX4). */
export function checkMatrix(candidate: unknown, around: Around): Checked {
  if (isNewerFormat(candidate)) return { matrix: null, findings: [error('newer_format', placeAt('format'))] }
  const parsed = readAs(Matrix, upgradeMatrix(candidate))
  if (!parsed.success) {
    const findings = faultsOfIssues(parsed.error.issues, candidate).map(({ code, path, values }) =>
      error('shape', placeAt(path.map(String).join('.')), { ...values, fault: code })
    )
    return { matrix: null, findings }
  }
  const document = documentOf(parsed.data, around)
  const families = [
    checkNames,
    checkCurrency,
    checkWays,
    checkShadows,
    checkReach,
    checkMoney,
    checkLimits,
    checkChains,
    checkDelegates,
    checkTimers,
    checkAutomatic,
    checkMessage
  ]
  return { matrix: parsed.data, findings: families.flatMap((check) => check(document)) }
}

/** Errors stop publishing, warnings do not. */
export function mayPublish({ matrix, findings }: Checked): boolean {
  return matrix !== null && findings.every(({ level }) => level !== 'error')
}
