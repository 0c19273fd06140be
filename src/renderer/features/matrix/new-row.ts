import type { RowList } from '../../../shared/escalation/finding.ts'
import type { HierarchicalRow, Matrix } from '../../../shared/escalation/matrix.ts'
import type { Queue } from '../../../shared/people/queue.ts'
import { compareTiers, type Tier } from '../../../shared/people/tier.ts'
import { type AnyRow, freshId, idsOf } from './edit-rows.ts'

const HOUR = 60

/** A row to begin with: whole by itself, from the lowest tier with a team to a queue above it. */
export function newRow(doc: Matrix, list: RowList): AnyRow {
  const { tier, to } = ends(doc)
  const id = freshId(`new-${list}`, idsOf(doc))
  const target = { to, acceptMinutes: HOUR, resolveMinutes: 8 * HOUR }
  switch (list) {
    case 'functional':
      return { id, from: { tier }, when: {}, ...target, package: ['need', 'tried'], onChange: 'confirm' }
    case 'special':
      return {
        id,
        reason: 'compliance',
        tiers: [tier],
        when: { flags: ['compliance'] },
        ...target,
        package: ['need'],
        onChange: 'rebind'
      }
    case 'privacy':
      return { id, when: { flags: ['public'] }, to: 'email' }
    case 'hierarchical':
      return {
        id,
        action: 'refund',
        tiers: [tier],
        when: {},
        chain: [{ approver: { role: 'supervisor' }, minutes: HOUR, onTimeout: { do: 'next' } }],
        package: ['need', 'ask'],
        overMinor: 0,
        upToMinor: 10_000
      }
    case 'automatic':
      return {
        id,
        trigger: { on: 'breached', clock: 'own', plusMinutes: 0 },
        tiers: [tier],
        when: {},
        act: { do: 'notify', whom: { role: 'supervisor' } }
      }
  }
}

/** The lowest tier that has teams, and a queue above it; where there is none, its own first. */
function ends(doc: Matrix): { tier: Tier; to: Queue } {
  const staffed = doc.tiers
    .filter(({ teams }) => teams.length > 0)
    .toSorted((a, b) => compareTiers(a.id, b.id))
  const [lowest, above = lowest] = staffed
  const team = above?.teams[0]?.id ?? 'team'
  return { tier: lowest?.id ?? 'L1', to: { tier: above?.id ?? 'L2', team } }
}

/** The same row asking for something else: what both kinds have stays as it was. */
export function withAction(
  doc: Matrix,
  row: HierarchicalRow,
  action: HierarchicalRow['action']
): HierarchicalRow {
  const { id, tiers, when, chain, package: needs } = row
  const kept = { id, tiers, when, chain, package: needs }
  switch (action) {
    case 'move':
      return {
        ...kept,
        action,
        ...('to' in row ? { to: row.to } : { to: ends(doc).to }),
        acceptMinutes: HOUR,
        resolveMinutes: 8 * HOUR
      }
    case 'exception':
      return { ...kept, action, exception: doc.exceptions[0]?.id ?? 'exception' }
    default:
      return 'overMinor' in row ? { ...row, action } : { ...kept, action, overMinor: 0, upToMinor: 10_000 }
  }
}
