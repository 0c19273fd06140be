import { useEffect, useRef } from 'react'
import type { Notice } from '../../shared/protocol/views.ts'
import { answerStore } from './answer-store.ts'
import { serverNow } from './connection.ts'
import { usePerson } from './session.ts'
import { putSettings, useSettings } from './settings.ts'

const notices = answerStore('notice.list', ['cases', 'people', 'session'])
export const startNotices = notices.start

const NONE: readonly Notice[] = []
const DAY_MS = 86_400_000

/** What this person is told, the newest first; `unread` is what came since they last looked. */
export function useNotices(now: number): {
  readonly notices: readonly Notice[]
  readonly unread: number
  readonly seenUpTo: number
  readonly markSeen: () => void
} {
  const list = notices.useStore((state) => state.value) ?? NONE
  const key = `notices.${usePerson()?.id ?? ''}`
  const mark = useSettings().layout[key]
  // On a machine one was never on, older news was told elsewhere.
  const isUnread = ({ seq, at }: Notice) => (mark === undefined ? at > now - DAY_MS : seq > mark)
  const newest = list[0]?.seq ?? 0
  return {
    notices: list,
    unread: list.filter(isUnread).length,
    seenUpTo: mark ?? 0,
    markSeen: () => {
      if (newest > (mark ?? 0)) putSettings({ layout: { [key]: newest } })
    }
  }
}

/** Calls back for each notice that comes while one looks, oldest first: what happened before is not news, however late its copy comes. */
export function useNewNotices(onNew: (notice: Notice) => void): void {
  const list = notices.useStore((state) => state.value)
  const since = useRef<number | null>(null)
  const upTo = useRef(0)
  useEffect(() => {
    since.current ??= serverNow()
    const from = since.current
    const fresh = (list ?? NONE).filter(({ seq, at }) => seq > upTo.current && at >= from)
    for (const notice of fresh.toReversed()) onNew(notice)
    upTo.current = Math.max(upTo.current, ...fresh.map(({ seq }) => seq))
  }, [list, onNew])
}
