import { useState } from 'react'
import type { Case, Package } from '../../../shared/case/case.ts'
import type { Option } from '../../../shared/case/option.ts'
import { type MessageWord, openWords } from '../../../shared/escalation/compose-message.ts'
import type { PackageField } from '../../../shared/escalation/matrix.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { serverNow } from '../../state/connection.ts'
import { useMatrix, useNamesIn } from '../../state/names.ts'
import { usePerson } from '../../state/session.ts'
import { EscalationIcon } from '../../ui/EscalationIcon.tsx'
import { dayTime } from '../../words/day-time.ts'
import { createFormat } from '../../words/format.ts'
import { CaseFormDialog, type CaseFormGiven } from './CaseFormDialog.tsx'
import { HeldBack, type HeldBackGiven } from './HeldBack.tsx'
import { PackageForm } from './PackageForm.tsx'
import { prefillPackage } from './prefill-package.ts'
import { TellCustomer } from './TellCustomer.tsx'
import { useSay } from './useSay.ts'

const MINUTE = 60_000

/** What the next person needs to know, what the customer is told, and where the case goes when it is sent. */
export function HandOffDialog({
  kase,
  timeline,
  options,
  help,
  ...given
}: CaseFormGiven & {
  kase: Case
  timeline: readonly TimelineEntry[]
  options: readonly Option[]
  help: HeldBackGiven
}) {
  const { words, format, names } = useSay()
  const texts = words.escalation
  const me = usePerson()?.id ?? ''
  const template = useMatrix()?.message
  const { option } = given
  const fields = option.fields.flatMap((field) => (field.kind === 'package' ? [field.name] : []))
  const [first] = useState<Package>(() => pick(prefillPackage(timeline, me, texts.tried), fields))
  const [left, setLeft] = useState<Package>(first)
  const [message, setMessage] = useState<string | null>(null)
  const known = useMessageWords(kase, option)
  const missing = fields.filter((field) => !left[field]?.trim())
  const queue = option.about.to ? names.queue(option.about.to) : ''
  const span = (option.about.acceptMinutes ?? 0) * MINUTE
  const fill = () => {
    if (missing.length > 0 || openWords(message ?? '').length > 0) return null
    return { package: left, ...(message?.trim() && { message }) }
  }

  return (
    <CaseFormDialog
      {...given}
      fill={fill}
      size="large"
      title={texts.handOffTo(queue)}
      description={`${kase.ref} · ${kase.subject}. ${texts.acceptBy(queue, format.duration(span), dayTime(serverNow() + span, serverNow(), format))}`}
      submitLabel={message?.trim() ? texts.tell.send : texts.send}
      submitIcon={<EscalationIcon kind="functional" label="" />}
    >
      {(isTried) => (
        <>
          <HeldBack kase={kase} options={options} {...help} />
          <PackageForm
            fields={fields}
            left={left}
            prefilled={first}
            missing={isTried ? missing : []}
            onChange={setLeft}
          />
          {template && mayWrite(options) && (
            <TellCustomer
              template={template}
              language={kase.customer.language}
              known={known}
              message={message}
              isTried={isTried}
              onChange={setMessage}
            />
          )}
        </>
      )}
    </CaseFormDialog>
  )
}

/** Private data does not go out in public: the conversation is moved first. */
function mayWrite(options: readonly Option[]): boolean {
  return !options.some((one) => one.name === 'goPrivate')
}

/** What is put in for the words in braces, in the customer's language. */
function useMessageWords(kase: Case, { about }: Option): Partial<Record<MessageWord, string>> {
  const { language, name } = kase.customer
  const their = useNamesIn(language)
  const me = usePerson()
  const now = serverNow()
  const acceptBy = now + (about.acceptMinutes ?? 0) * MINUTE
  return {
    customer: name,
    ref: kase.ref,
    next: createFormat(language, me?.timeZone).inLetter(acceptBy),
    ...(me && { agent: me.name }),
    ...(about.to && { team: their.team(about.to) })
  }
}

function pick(filled: Package, fields: readonly PackageField[]): Package {
  return Object.fromEntries(Object.entries(filled).filter(([name]) => fields.some((field) => field === name)))
}
