import { ana, ask, type Desk, desk, openCase, sol } from './cases.ts'

/** A case on which 20.00 was granted alone and 120.00 with a yes. */
export function granted(): Desk {
  const one = desk({ kase: openCase(ana) })
  one.act(ana, { type: 'case.grant', ask: ask(20) })
  one.act(ana, { type: 'approval.request', rowId: 'refund-200', matrixVer: 7, ask: ask(120) })
  const request = one.kase.escalations[0]
  if (request?.kind !== 'hierarchical') throw new Error('no request')
  one.act(sol, { type: 'approval.approve', escalationId: request.id, subjectHash: request.subjectHash })
  return one
}
