import { useState } from 'react'
import type { Connection, OutboxRow } from '../../../shared/protocol/views.ts'
import { syncNow, useServerNow } from '../../state/connection.ts'
import { useOutbox } from '../../state/outbox.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { SyncTick } from '../../ui/SyncTick.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { SyncStatus } from './SyncStatus.tsx'
import './outbox.css'

const TRYING_MS = 1200

/** What waits to go out, in the order it goes. */
export function OutboxSheet({
  open,
  connection,
  onOpenCase,
  onClose
}: {
  open: boolean
  connection: Connection | undefined
  onOpenCase: (caseId: string) => void
  onClose: () => void
}) {
  const { outbox, frame } = useWords()
  const rows = useOutbox(open)
  const [trying, tryNow] = useTrying()
  const isAway = connection !== undefined && connection.state !== 'online'
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={outbox.title}
      subtitle={isAway && rows?.length ? outbox.offline : outbox.subtitle}
      closeLabel={frame.close}
      footer={
        <>
          <span className="tl-grow tl-dim" role="status">
            {rows && rows.length > 0 && outbox.count(rows.length)}
          </span>
          <Button onClick={tryNow}>{trying ? outbox.trying : outbox.tryNow}</Button>
        </>
      }
    >
      {connection && <SyncStatus connection={connection} />}
      {rows?.length === 0 && <EmptyState title={outbox.empty.title} text={outbox.empty.text} />}
      <ol className="tl-outbox">
        {rows?.map((row) => (
          <Waiting key={row.opId} row={row} onOpen={() => onOpenCase(row.caseId)} />
        ))}
      </ol>
    </Sheet>
  )
}

function Waiting({ row, onOpen }: { row: OutboxRow; onOpen: () => void }) {
  const { outbox } = useWords()
  const format = useFormat()
  const now = useServerNow(60_000)
  const did: Readonly<Record<string, string>> = outbox.did
  const state = row.saved === 'here' ? 'saved' : 'sent'
  return (
    <li className="tl-outbox-row">
      <button type="button" className="tl-outbox-open" onClick={onOpen}>
        <span className="tl-row">
          <span className="tl-cut tl-grow">
            <span className="tl-dim">{row.ref}</span> {row.title}
          </span>
          <span className="tl-dim tl-small">{format.when(row.madeAt, now)}</span>
        </span>
        <span className="tl-row">
          <span className="tl-strong">{did[row.type] ?? row.type}</span>
          <span className="tl-grow" />
          <SyncTick state={state} label={outbox.state[state]} showLabel />
        </span>
        {row.words && <span className="tl-outbox-words">{row.words}</span>}
      </button>
    </li>
  )
}

/** The answer comes by itself; the button only says for a moment that something happens. */
function useTrying(): readonly [boolean, () => void] {
  const [trying, setTrying] = useState(false)
  const start = () => {
    if (trying) return
    setTrying(true)
    setTimeout(() => setTrying(false), TRYING_MS)
    syncNow().catch(() => undefined) // an engine that is down is said by the frame
  }
  return [trying, start]
}
