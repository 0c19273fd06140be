import type { PersonId } from '../../lib/ids.ts'
import type { Person } from '../../people/person.ts'
import type { Finding } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { type Document, error, placeAt, warning } from './document.ts'

/** A delegate is somebody else, does not lean on the one they stand in for, and stands in for somebody who decides (MX11). */
export function checkDelegates({ matrix, around: { people } }: Document): Finding[] {
  return matrix.delegates.flatMap(({ of, to, when }, i) => {
    const at = placeAt(`delegates.${i}`)
    const values = { of, to }
    if (of === to) return [error('delegate_loop', at, values)]
    if (when === 'always' && leadsBack(matrix, i)) return [warning('delegate_loop', at, values)]
    const person = people?.find((one) => one.id === of)
    return person && !decides(matrix, person) ? [warning('delegate_unable', at, values)] : []
  })
}

/** Told once, at the delegate that closes the circle. */
function leadsBack({ delegates }: Matrix, index: number): boolean {
  const last = delegates[index]
  if (!last) return false
  const before = delegates.slice(0, index).filter(({ when }) => when === 'always')
  const seen = new Set<PersonId>()
  const go = (id: PersonId): boolean => {
    if (id === last.of) return true
    if (seen.has(id)) return false
    seen.add(id)
    return before.some((one) => one.of === id && go(one.to))
  }
  return go(last.to)
}

function decides(matrix: Matrix, person: Person): boolean {
  const approvers = matrix.hierarchical.flatMap(({ chain }) =>
    chain.flatMap(({ approver, onTimeout }) =>
      onTimeout.do === 'notify' ? [approver, onTimeout.whom] : [approver]
    )
  )
  return approvers.some((approver) => {
    if ('person' in approver) return approver.person === person.id
    if (person.role === 'escalation_manager') return true
    return approver.role === person.role
  })
}
