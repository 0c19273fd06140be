import { type Person, worksIn } from '../people/person.ts'
import { openFunctional } from './apply-move.ts'
import { type FunctionalEscalation, ReturnReason } from './case.ts'
import type { Command } from './command.ts'
import { FILLED } from './filled-package.ts'
import type { Option, OptionField } from './option.ts'
import type { Maker } from './options-for.ts'
import { functionalRoutes } from './routes.ts'

/** Up by expertise, and back. */
export function functionalOptions({ kase, person, matrix, people, option }: Maker): Option[] {
  const caseId = kase.id
  if (kase.state.status === 'resolved' || kase.state.status === 'closed') return []
  const up = functionalRoutes(kase, matrix).map((row) => {
    const fields: OptionField[] = row.package.map((name) => ({ kind: 'package', name, required: true }))
    const about = {
      to: row.to,
      rowId: row.id,
      matrixVer: matrix.version,
      acceptMinutes: row.acceptMinutes,
      resolveMinutes: row.resolveMinutes,
      ...(row.reason ? { special: row.reason } : {})
    }
    const command: Command = {
      type: 'case.escalate',
      caseId,
      rowId: row.id,
      to: row.to,
      matrixVer: matrix.version,
      package: FILLED
    }
    return option(`escalate:${row.id}`, 'escalate', 'functional', command, fields, about)
  })
  const here = openFunctional(kase)
  if (here?.state.status === 'accepted') {
    const about = { escalationId: here.id, to: here.from }
    up.push(
      option(
        `return:${here.id}`,
        'return',
        'functional',
        { type: 'escalation.return', caseId, escalationId: here.id, note: '-', to: 'team' },
        [
          { kind: 'choice', name: 'returnReason', required: true, choices: [...ReturnReason.options] },
          { kind: 'choice', name: 'returnTo', required: true, choices: returnGoals(here, people) },
          { kind: 'text', name: 'note', required: true }
        ],
        { ...about, by: here.by }
      )
    )
  }
  if (here?.state.status === 'requested' && here.by === person.id) {
    up.push(
      option(
        `withdraw:${here.id}`,
        'withdraw',
        'functional',
        { type: 'escalation.withdraw', caseId, escalationId: here.id },
        [],
        { escalationId: here.id }
      )
    )
  }
  return up
}

/** Into the queue it came from, and straight to the one who sent it as long as they work there. */
function returnGoals({ by, from }: FunctionalEscalation, people: readonly Person[]): ('team' | 'person')[] {
  const sender = people.find(({ id }) => id === by)
  return sender && worksIn(sender, from) ? ['team', 'person'] : ['team']
}
