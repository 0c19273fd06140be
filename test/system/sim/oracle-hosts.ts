import type { Fact } from '../../../src/shared/case/event.ts'
import { canonical } from '../../../src/shared/lib/hash.ts'
import { everyRow } from '../../support/every-row.ts'
import type { World } from '../../support/world.ts'
import { fail } from './oracle.ts'

/** HM8, HM13 and HM18: all hosts have the same rows, none came to an end, and the plain facts are those of the log. */
export function checkHosts({ hosts, truth, log }: World, facts: readonly Fact[]): void {
  if (!log) return
  const wanted = everyRow(truth)
  for (const { db, name, ended } of hosts) {
    if (ended !== undefined) fail('HM13', `${name} cannot go on with its home`, ended)
    const rows = everyRow(db)
    for (const [table, all] of Object.entries(wanted))
      if (canonical(rows[table] ?? null) !== canonical(all))
        fail('HM8', `${name} has other rows`, { table, here: rows[table], wanted: all })
  }
  const plain = log.facts.map(({ seq, caseId, opId, type }) => ({ seq, caseId, opId, type }))
  const said = facts.map(({ seq, caseId, opId, event }) => ({ seq, caseId, opId, type: event.type }))
  if (canonical(plain) !== canonical(said)) fail('HM18', 'the plain facts are not those of the log')
}
