import { useState } from 'react'
import type { Case, Package } from '../../../shared/case/case.ts'
import type { PackageField } from '../../../shared/escalation/matrix.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { serverNow } from '../../state/connection.ts'
import { usePerson } from '../../state/session.ts'
import { EscalationIcon } from '../../ui/EscalationIcon.tsx'
import { dayTime } from '../../words/day-time.ts'
import { CaseFormDialog, type CaseFormGiven } from './CaseFormDialog.tsx'
import { PackageForm } from './PackageForm.tsx'
import { prefillPackage } from './prefill-package.ts'
import { useSay } from './useSay.ts'

const MINUTE = 60_000

/** What the next person needs to know, and where the case goes when it is sent. */
export function HandOffDialog({
  kase,
  timeline,
  ...given
}: CaseFormGiven & { kase: Case; timeline: readonly TimelineEntry[] }) {
  const { words, format, names } = useSay()
  const texts = words.escalation
  const me = usePerson()?.id ?? ''
  const { option } = given
  const fields = option.fields.flatMap((field) => (field.kind === 'package' ? [field.name] : []))
  const [first] = useState<Package>(() => pick(prefillPackage(timeline, me, texts.tried), fields))
  const [left, setLeft] = useState<Package>(first)
  const missing = fields.filter((field) => !left[field]?.trim())
  const queue = option.about.to ? names.queue(option.about.to) : ''
  const span = (option.about.acceptMinutes ?? 0) * MINUTE

  return (
    <CaseFormDialog
      {...given}
      fill={() => (missing.length > 0 ? null : { package: left })}
      size="large"
      title={texts.handOffTo(queue)}
      description={`${kase.ref} · ${kase.subject}. ${texts.acceptBy(queue, format.duration(span), dayTime(serverNow() + span, serverNow(), format))}`}
      submitLabel={texts.send}
      submitIcon={<EscalationIcon kind="functional" label="" />}
    >
      {(isTried) => (
        <PackageForm
          fields={fields}
          left={left}
          prefilled={first}
          missing={isTried ? missing : []}
          onChange={setLeft}
        />
      )}
    </CaseFormDialog>
  )
}

function pick(filled: Package, fields: readonly PackageField[]): Package {
  return Object.fromEntries(Object.entries(filled).filter(([name]) => fields.some((field) => field === name)))
}
