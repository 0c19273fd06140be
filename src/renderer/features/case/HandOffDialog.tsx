import { useState } from 'react'
import type { Case, Package } from '../../../shared/case/case.ts'
import type { Filled } from '../../../shared/case/command-from.ts'
import type { PackageField } from '../../../shared/escalation/matrix.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import type { ActOutcome } from '../../state/case.ts'
import { serverNow, useConnection } from '../../state/connection.ts'
import { usePerson } from '../../state/session.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FunctionalIcon } from '../../ui/FunctionalIcon.tsx'
import { dayTime } from '../../words/day-time.ts'
import { PackageForm } from './PackageForm.tsx'
import { prefillPackage } from './prefill-package.ts'
import type { CanOption } from './useCaseActions.ts'
import { useSay } from './useSay.ts'

const MINUTE = 60_000

/** What the next person needs to know, and where the case goes when it is sent. */
export function HandOffDialog({
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
  const { words, format, names, refused } = useSay()
  const texts = words.escalation
  const me = usePerson()?.id ?? ''
  const isOnline = useConnection()?.state === 'online'
  const fields = option.fields.flatMap((field) => (field.kind === 'package' ? [field.name] : []))
  const [first] = useState<Package>(() => pick(prefillPackage(timeline, me, texts.tried), fields))
  const [left, setLeft] = useState<Package>(first)
  const [problem, setProblem] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const missing = fields.filter((field) => !left[field]?.trim())
  const queue = option.about.to ? names.queue(option.about.to) : ''
  const span = (option.about.acceptMinutes ?? 0) * MINUTE

  const submit = async () => {
    setTried(true)
    if (missing.length > 0) return
    const done = await run(option, { package: left })
    if (done.ok) onClose()
    else setProblem(refused(done.why))
  }
  return (
    <FormDialog
      open
      onClose={onClose}
      size="large"
      title={texts.handOffTo(queue)}
      description={`${kase.ref} · ${kase.subject}. ${texts.acceptBy(queue, format.duration(span), dayTime(serverNow() + span, serverNow(), format))}`}
      closeLabel={words.frame.close}
      cancelLabel={words.frame.cancel}
      submitLabel={texts.send}
      submitIcon={<FunctionalIcon label="" />}
      problem={problem}
      hint={isOnline ? undefined : texts.goesOutLater}
      onSubmit={() => void submit()}
    >
      <PackageForm
        fields={fields}
        left={left}
        prefilled={first}
        missing={isTried ? missing : []}
        onChange={setLeft}
      />
    </FormDialog>
  )
}

function pick(filled: Package, fields: readonly PackageField[]): Package {
  return Object.fromEntries(Object.entries(filled).filter(([name]) => fields.some((field) => field === name)))
}
