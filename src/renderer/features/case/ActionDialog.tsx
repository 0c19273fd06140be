import { useState } from 'react'
import { type Case, ReturnReason } from '../../../shared/case/case.ts'
import type { Filled } from '../../../shared/case/command-from.ts'
import type { OptionField } from '../../../shared/case/option.ts'
import { PersonId } from '../../../shared/lib/ids.ts'
import { Queue, queueKey } from '../../../shared/people/queue.ts'
import { ActionField } from './ActionField.tsx'
import { CaseFormDialog, type CaseFormGiven } from './CaseFormDialog.tsx'
import { requestText } from './request-text.ts'
import { missingOf, type Typed } from './typed.ts'
import type { CanOption } from './useCaseActions.ts'
import { type Say, useSay } from './useSay.ts'

/** The form of a button: what it asks for, and nothing else. A refusal keeps what was typed. */
export function ActionDialog({
  kase,
  start,
  description,
  submitLabel,
  ...given
}: CaseFormGiven & {
  kase: Case
  /** What is filled in already. */
  start?: Typed
  description?: string | undefined
  submitLabel?: string | undefined
}) {
  const say = useSay()
  const { words } = say
  const { option } = given
  const [typed, setTyped] = useState<Typed>(start ?? {})
  const missing = missingOf(option.fields, typed)

  return (
    <CaseFormDialog
      {...given}
      fill={() => (missing.length > 0 ? null : filledFrom(option.fields, typed))}
      title={titleOf(option, say)}
      description={description ?? textOf(option, say)}
      size={option.fields.length > 0 ? 'medium' : 'small'}
      submitLabel={submitLabel ?? words.case.actions[option.name]}
    >
      {(isTried) =>
        option.fields.map((field) => (
          <ActionField
            key={field.name}
            field={field}
            option={option}
            typed={typed}
            isMissing={isTried && missing.includes(field.name)}
            onType={(more) => setTyped((before) => ({ ...before, ...more }))}
          />
        ))
      }
    </CaseFormDialog>
  )
}

function titleOf(option: CanOption, say: Say): string {
  const { form, actions } = say.words.case
  switch (option.name) {
    case 'assign':
    case 'transfer':
    case 'hold':
    case 'resolve':
    case 'reopen':
    case 'close':
      return form[option.name]
    case 'return':
      return option.about.to ? form.return(say.names.queue(option.about.to)) : actions.return
    case 'withdraw':
      return option.about.ask ? requestText(option, say) : form.withdraw
    default:
      return requestText(option, say)
  }
}

function textOf(option: CanOption, { words }: Say): string | undefined {
  if (option.name === 'close') return words.case.form.closeText
  if (option.name === 'amend') return words.escalation.amendText
  const { ask } = option.about
  if (option.name === 'withdraw') return ask ? undefined : words.escalation.withdrawText
  return undefined
}

/** What the form holds, in the shape a command is built from. */
function filledFrom(fields: readonly OptionField[], typed: Typed): Filled {
  const has = (name: OptionField['name']) => fields.some((field) => field.name === name)
  const goal = fields.find((field) => field.name === 'to')
  const to =
    goal?.kind === 'queue'
      ? goal.choices.find((queue) => queueKey(queue) === typed.to)
      : goal && PersonId.parse(typed.to)
  return {
    ...(has('note') && typed.note !== undefined && { note: typed.note }),
    ...(has('reason') && typed.reason !== undefined && { reason: typed.reason }),
    ...(has('body') && typed.body !== undefined && { body: typed.body }),
    ...(to !== undefined && { to: goal?.kind === 'queue' ? Queue.parse(to) : PersonId.parse(to) }),
    ...(typed.choice !== undefined && { choice: typed.choice }),
    ...(typed.returnReason !== undefined && { returnReason: ReturnReason.parse(typed.returnReason) }),
    ...(typed.returnTo !== undefined && { returnTo: typed.returnTo === 'person' ? 'person' : 'team' }),
    ...(typeof typed.amountMinor === 'number' && { amountMinor: typed.amountMinor })
  }
}
