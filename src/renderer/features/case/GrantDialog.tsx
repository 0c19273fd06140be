import { useState } from 'react'
import type { Case, Package } from '../../../shared/case/case.ts'
import { wayOf } from '../../../shared/case/command-from.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { usePerson } from '../../state/session.ts'
import { EscalationIcon } from '../../ui/EscalationIcon.tsx'
import { Field } from '../../ui/Field.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { CaseFormDialog, type CaseFormGiven } from './CaseFormDialog.tsx'
import { GrantWay } from './GrantWay.tsx'
import { PackageForm } from './PackageForm.tsx'
import { prefillPackage } from './prefill-package.ts'
import { type Say, useSay } from './useSay.ts'

/** The amount decides: granted at once, asked for along the chain, or beyond everybody. It says which while one types. */
export function GrantDialog({
  kase,
  timeline,
  ...given
}: CaseFormGiven & { kase: Case; timeline: readonly TimelineEntry[] }) {
  const say = useSay()
  const { words, format } = say
  const texts = words.escalation
  const me = usePerson()?.id ?? ''
  const { about } = given.option
  const currency = about.currency ?? ''
  const [amountMinor, setAmount] = useState<number | null>(null)
  const [prefilled] = useState<Package>(() => prefillPackage(timeline, me, texts.tried))
  const [left, setLeft] = useState<Package>(prefilled)

  const amount = amountMinor !== null && amountMinor > 0 ? amountMinor : null
  const way = amount === null ? null : wayOf(about, amount)
  const fields = way?.way === 'ask' ? way.row.package : []
  const missing = fields.filter((field) => !left[field]?.trim())
  const what = about.action ? texts.action[about.action] : ''

  const fill = () =>
    amount === null || missing.length > 0
      ? null
      : {
          amountMinor: amount,
          package: Object.fromEntries(fields.map((field) => [field, left[field]]))
        }
  return (
    <CaseFormDialog
      {...given}
      fill={fill}
      title={texts.grantTitle(what)}
      description={`${kase.ref} · ${kase.customer.name}`}
      submitLabel={submitText(way?.way, amount, currency, say)}
      submitIcon={way?.way === 'ask' ? <EscalationIcon kind="hierarchical" label="" /> : undefined}
      disabledReason={way?.way === 'nobody' ? words.refusals.NobodyMayApprove : undefined}
    >
      {(isTried) => (
        <>
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
        </>
      )}
    </CaseFormDialog>
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
