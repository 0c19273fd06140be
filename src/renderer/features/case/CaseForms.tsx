import { type Case, moneyOf } from '../../../shared/case/case.ts'
import type { Filled } from '../../../shared/case/command-from.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import type { ActOutcome } from '../../state/case.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { GrantDialog } from './GrantDialog.tsx'
import { HandOffDialog } from './HandOffDialog.tsx'
import type { Typed } from './typed.ts'
import type { CanOption, CaseActions } from './useCaseActions.ts'
import { useSay } from './useSay.ts'

/** The form of the button that was pressed, if it has one. */
export function CaseForms({
  kase,
  timeline,
  actions,
  sendFirst,
  onClose
}: {
  kase: Case
  timeline: readonly TimelineEntry[]
  actions: CaseActions
  /** The reply that goes out before the case is resolved. When it is refused, so is the rest. */
  sendFirst: (() => Promise<boolean>) | null
  onClose: () => void
}) {
  const { words } = useSay()
  const option = actions.open
  if (!option) return null
  const run = actions.run
  const runAfterReply = async (one: CanOption, filled: Filled): Promise<ActOutcome> => {
    if (sendFirst && !(await sendFirst())) {
      onClose() // why it was not sent stands beside the text
      return { ok: true }
    }
    return run(one, filled)
  }
  const common = { key: option.id, option, kase, onClose }
  if (option.name === 'escalate') return <HandOffDialog {...common} timeline={timeline} run={run} />
  if (option.name === 'grant') return <GrantDialog {...common} timeline={timeline} run={run} />
  const sends = option.name === 'resolve' && sendFirst !== null
  return (
    <ActionDialog
      {...common}
      start={startOf(option)}
      submitLabel={sends ? words.case.composer.sendAndResolve : undefined}
      run={runAfterReply}
    />
  )
}

/** Most cases that are resolved are solved; everything else is asked. */
function startOf(option: CanOption): Typed {
  if (option.name === 'resolve') return { choice: 'solved' }
  if (option.name === 'return') return { returnTo: 'team' }
  if (option.name === 'amend' && option.about.ask) {
    const money = moneyOf(option.about.ask)
    return money ? { amountMinor: money.amountMinor } : {}
  }
  return {}
}
