import { type Case, moneyOf } from '../../../shared/case/case.ts'
import type { Filled } from '../../../shared/case/command-from.ts'
import type { Option } from '../../../shared/case/option.ts'
import type { CaseId, OpId } from '../../../shared/lib/ids.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import type { ActOutcome } from '../../state/case.ts'
import type { Words } from '../../words/words.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { GrantDialog } from './GrantDialog.tsx'
import { HandOffDialog } from './HandOffDialog.tsx'
import type { HeldBackGiven } from './HeldBack.tsx'
import type { Typed } from './typed.ts'
import type { CanOption, CaseActions } from './useCaseActions.ts'
import { useSay } from './useSay.ts'

/** The form of the button that was pressed, if it has one. */
export function CaseForms({
  kase,
  timeline,
  actions,
  options,
  sendFirst,
  helpedBy,
  help,
  onClose
}: {
  kase: Case
  timeline: readonly TimelineEntry[]
  actions: CaseActions
  options: readonly Option[]
  /** The reply that goes out before the case is resolved. When it is refused, so is the rest. */
  sendFirst: (() => Promise<boolean>) | null
  /** The resolved case whose solution the case is about to be resolved with. */
  helpedBy: CaseId | null
  help: HeldBackGiven
  onClose: () => void
}) {
  const { words } = useSay()
  const option = actions.open
  if (!option) return null
  const run = actions.run
  const runAfterReply = async (one: CanOption, filled: Filled, name: OpId): Promise<ActOutcome> => {
    if (sendFirst && !(await sendFirst())) {
      onClose() // why it was not sent stands beside the text
      return { ok: true }
    }
    return run(one, helpedBy && one.name === 'resolve' ? { ...filled, helpedBy } : filled, name)
  }
  const common = { key: option.id, option, kase, onClose }
  if (option.name === 'escalate')
    return <HandOffDialog {...common} timeline={timeline} options={options} help={help} run={run} />
  if (option.name === 'grant') return <GrantDialog {...common} timeline={timeline} run={run} />
  const sends = option.name === 'resolve' && sendFirst !== null
  return (
    <ActionDialog
      {...common}
      start={startOf(option)}
      description={helpedText(option, helpedBy, help.similar, words)}
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

/** With which case's solution it ends. */
function helpedText(
  option: CanOption,
  helpedBy: CaseId | null,
  similar: HeldBackGiven['similar'],
  { escalation }: Words
): string | undefined {
  const like = similar.find((one) => one.id === helpedBy)
  return option.name === 'resolve' && like ? escalation.helped.with(`${like.ref} ${like.subject}`) : undefined
}
