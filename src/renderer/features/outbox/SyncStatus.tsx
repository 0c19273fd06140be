import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { Connection } from '../../../shared/protocol/views.ts'
import { BridgeFault } from '../../state/bridge-fault.ts'
import { useServerNow } from '../../state/connection.ts'
import { diagnosticsText } from '../../state/looked-after.ts'
import { Button } from '../../ui/Button.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { dayTime } from '../../words/day-time.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'

/** How this console stands: connected or when it tries again, what waits, since when, until when that may be so. */
export function SyncStatus({ connection }: { connection: Connection }) {
  const { lookedAfter, frame } = useWords()
  const texts = lookedAfter.status
  const format = useFormat()
  const now = useServerNow()
  const { state, waiting, lastSyncedAt, nextTryAt, grantEndsAt, problem } = connection
  const isInStep = state === 'online' && connection.loading === null
  const when = (at: number) => <span title={format.moment(at)}>{format.when(at, now)}</span>
  const items = [
    { id: 'state', label: texts.state, value: texts.states[state] },
    { id: 'waiting', label: texts.waiting, value: frame.connection.waiting(waiting) },
    {
      id: 'synced',
      label: texts.lastSynced,
      value: lastSyncedAt === null ? texts.never : when(isInStep ? now : lastSyncedAt)
    },
    ...(nextTryAt === null || state === 'online'
      ? []
      : [
          {
            id: 'next',
            label: texts.nextTry,
            value: texts.inSpan(format.duration(Math.max(0, nextTryAt - now)))
          }
        ]),
    ...(grantEndsAt === null || state === 'online'
      ? []
      : [{ id: 'grant', label: texts.grantEnds, value: dayTime(grantEndsAt, now, format) }])
  ]
  return (
    <section className="tl-sync-status" aria-label={texts.title}>
      <KeyValueList items={items} />
      {problem && <p>{frame.problems[problem.name]}</p>}
      <CopyDiagnostics />
    </section>
  )
}

function CopyDiagnostics() {
  const { lookedAfter } = useWords()
  const texts = lookedAfter.status
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null)
  const copy = async (): Promise<void> => {
    try {
      const text = await diagnosticsText()
      if (text !== null) await navigator.clipboard.writeText(text)
      setSaid(text === null ? 'notCopied' : 'copied')
    } catch (error) {
      // The engine is down, or the browser does not let a page copy.
      if (!(error instanceof BridgeFault || error instanceof DOMException)) throw error
      setSaid('notCopied')
    }
  }
  return (
    <div className="tl-row tl-row-wrap">
      <Button size="small" icon={<Copy aria-hidden />} title={texts.copyHint} onClick={() => void copy()}>
        {texts.copy}
      </Button>
      <span className="tl-dim tl-small" role="status">
        {said === null ? texts.copyHint : texts[said]}
      </span>
    </div>
  )
}
