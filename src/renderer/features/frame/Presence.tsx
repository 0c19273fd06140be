import { CircleCheck, CloudOff, CloudUpload, RefreshCw } from 'lucide-react'
import type { Connection } from '../../../shared/protocol/views.ts'
import { useServerNow } from '../../state/connection.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import type { Words } from '../../words/words.ts'

/** "3 waiting · synced 14:02": how this machine stands, and the way to the outbox. */
export function Presence({ connection, onOpen }: { connection: Connection | undefined; onOpen: () => void }) {
  const { frame } = useWords()
  const format = useFormat()
  const now = useServerNow(60_000)
  const isInStep = connection?.state === 'online' && connection.loading === null
  const synced = connection?.lastSyncedAt && isInStep ? now : connection?.lastSyncedAt
  const time = synced ? format.time(synced) : null
  const text = stateText(connection, time, frame)
  return (
    <Button
      variant="quiet"
      className="tl-presence"
      aria-label={frame.connection.open(text)}
      title={text}
      icon={iconOf(connection)}
      onClick={onOpen}
    >
      {text}
    </Button>
  )
}

function stateText(
  connection: Connection | undefined,
  time: string | null,
  { connection: words, loading }: Words['frame']
): string {
  if (!connection || time === null)
    return connection?.state === 'connecting' ? words.connecting : words.neverSynced
  // Until the first copy is whole, "all saved" would be said of a queue that is not here yet.
  if (connection.loading) return loading
  if (connection.waiting > 0) return words.waitingSince(connection.waiting, time)
  return connection.state === 'online' ? words.allSaved(time) : words.offlineShort(time)
}

function iconOf(connection: Connection | undefined) {
  if (connection?.state === 'connecting') return <RefreshCw aria-hidden />
  if (connection?.state !== 'online') return <CloudOff aria-hidden />
  return connection.waiting > 0 ? <CloudUpload aria-hidden /> : <CircleCheck aria-hidden />
}
