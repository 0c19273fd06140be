import { linesOfFinding } from '../../../shared/escalation/english-of-finding.ts'
import type { MatrixPlan } from '../../../shared/protocol/matrices.ts'
import { listPlans } from '../../log/matrix-plans.ts'
import { readFlags, whereOf } from '../args.ts'
import { BadInput } from '../bad-input.ts'
import { within } from '../data-folder.ts'

type Say = (line: string) => void

/** What is planned and what became of it; or takes a plan back. */
export async function plans(args: readonly string[], out: Say): Promise<void> {
  const flags = readFlags(args, ['data'], ['cancel'])
  const id = flags['cancel']
  await within(whereOf(flags), async ({ core, db }) => {
    if (id !== undefined) {
      const cancelled = await core.cancelPlan(id)
      if (!cancelled.ok) {
        const { type, state } = cancelled.error
        throw new BadInput(type === 'NotFound' ? `there is no plan ${id}` : `plan ${id} is ${state}`)
      }
      out(`plan ${id} is cancelled`)
      return
    }
    for (const { plan } of listPlans(db)) for (const line of linesOf(plan)) out(line)
  })
}

function linesOf(plan: MatrixPlan): string[] {
  const { id, publishAt, state, version, author, reason, movedTo, findings } = plan
  const became = version === null ? state : `${state} as version ${version}`
  return [
    `${id}\t${new Date(publishAt).toISOString()}\t${became}\t${author}\t${reason}`,
    ...(movedTo === null ? [] : [`  version ${movedTo} came meanwhile`]),
    ...findings.flatMap(linesOfFinding).map((line) => `  ${line}`)
  ]
}
