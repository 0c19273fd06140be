import { useState } from 'react'
import type { Case, Package } from '../../../shared/case/case.ts'
import { type Filled, wayOf } from '../../../shared/case/command-from.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import type { ActOutcome } from '../../state/case.ts'
import { useConnection } from '../../state/connection.ts'
import { usePerson } from '../../state/session.ts'
import { AuthorityIcon } from '../../ui/AuthorityIcon.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { GrantWay } from './GrantWay.tsx'
import { PackageForm } from './PackageForm.tsx'
import { prefillPackage } from './prefill-package.ts'
import type { CanOption } from './useCaseActions.ts'
import { type Say, useSay } from './useSay.ts'

/** The amount decides: granted at once, asked for along the chain, or beyond everybody. It says which while one types. */
export function GrantDialog({
  option,
  kase,
  timeline,
  run,
  onClose
}: {
  option: CanOption
  kase: Case
  timeline: readonly TimelineEntry[]
  run: (option: CanOption, filled: Filled) => Promise<ActOutcome>
  onClose: () => void
}) {
  const say = useSay()
  const { words, format, refused } = say
  const texts = words.escalation
  const me = usePerson()?.id ?? ''
  const isOnline = useConnection()?.state === 'online'
  const { about } = option
  const currency = about.currency ?? ''
  const [amountMinor, setAmount] = useState<number | null>(null)
  const [prefilled] = useState<Package>(() => prefillPackage(timeline, me, texts.tried))
  const [left, setLeft] = useState<Package>(prefilled)
  const [problem, setProblem] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)

  const amount = amountMinor !== null && amountMinor > 0 ? amountMinor : null
  const way = amount === null ? null : wayOf(about, amount)
  const fields = way?.way === 'ask' ? way.row.package : []
  const missing = fields.filter((field) => !left[field]?.trim())
  const what = about.action ? texts.action[about.action] : ''

  const submit = async () => {
    setTried(true)
    if (amount === null || missing.length > 0) return
    const wanted = Object.fromEntries(fields.map((field) => [field, left[field]]))
    const done = await run(option, { amountMinor: amount, package: wanted })
    if (done.ok) onClose()
    else setProblem(refused(done.why))
  }
  return (
    <FormDialog
      open
      onClose={onClose}
      title={texts.grantTitle(what)}
      description={`${kase.ref} · ${kase.customer.name}`}
      closeLabel={words.frame.close}
      cancelLabel={words.frame.cancel}
      submitLabel={submitText(way?.way, amount, currency, say)}
      submitIcon={way?.way === 'ask' ? <AuthorityIcon label="" /> : undefined}
      disabledReason={way?.way === 'nobody' ? words.refusals.NobodyMayApprove : undefined}
      problem={problem}
      hint={isOnline ? undefined : texts.goesOutLater}
      onSubmit={() => void submit()}
    >
      <Field
        label={words.case.fields.amount}
        required
        hint={about.leftMinor ? texts.yourLimit(format.money(about.leftMinor, currency)) : texts.noLimit}
        error={isTried && amount === null ? texts.notAnAmount : undefined}
      >
        <MoneyField minor={amountMinor} currency={currency} locale={format.locale} onChange={setAmount} />
      </Field>
      <div aria-live="polite">{way && <GrantWay way={way} />}</div>
      <PackageForm
        fields={fields}
        left={left}
        prefilled={prefilled}
        missing={isTried ? missing : []}
        onChange={setLeft}
      />
    </FormDialog>
  )
}

function submitText(
  way: ReturnType<typeof wayOf>['way'] | undefined,
  amount: number | null,
  currency: string,
  { words, format }: Say
): string {
  const texts = words.escalation
  if (amount === null) return words.case.actions.grant
  const money = format.money(amount, currency)
  return way === 'self' ? texts.grantNow(money) : texts.askNow(money)
}
