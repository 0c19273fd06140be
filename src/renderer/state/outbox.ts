import type { OutboxRow } from '../../shared/protocol/views.ts'
import { useAsked } from './bridge-call.ts'

/** What this machine did that the server has not answered, in the order it goes out. Asked for while `shown`. */
export function useOutbox(shown: boolean): readonly OutboxRow[] | undefined {
  return useAsked('outbox.list', shown ? {} : null, ['outbox', 'connection', 'session']).value
}
