import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import type { Notice } from '../../shared/protocol/views.ts'
import { answerStore } from './answer-store.ts'
import { serverNow } from './connection.ts'
import { freshOf, isUnread, type Mark, markOf } from './notice-marks.ts'
import { usePerson } from './session.ts'
import { putSettings, useSettings } from './settings.ts'

const notices = answerStore('notice.list', ['cases', 'people', 'session'])
export const startNotices = notices.start

const NONE: readonly Notice[] = []

/** What this person is told, the newest first; undefined until it is known. */
export function useNoticeList(): readonly Notice[] | undefined {
  return notices.useStore((state) => state.value)
}

/** What this person is told, the newest first; `unread` is what came since they last looked. */
export function useNotices(now: number): {
  readonly notices: readonly Notice[]
  readonly unread: readonly Notice[]
  readonly markSeen: () => void
} {
  const list = useNoticeList() ?? NONE
  const key = `notices.${usePerson()?.id ?? ''}`
  const { layout } = useSettings()
  const seq = layout[key]
  const seen: Mark | null = seq === undefined ? null : { seq, at: layout[`${key}.at`] ?? Number.MAX_VALUE }
  return {
    notices: list,
    unread: list.filter((notice) => isUnread(notice, seen, now)),
    markSeen: () => {
      const mark = markOf(list)
      if (mark.seq === (seq ?? 0) && mark.at === layout[`${key}.at`]) return
      putSettings({ layout: { [key]: Math.max(mark.seq, seq ?? 0), [`${key}.at`]: mark.at } })
    }
  }
}

/**
 * Calls back with the notices that come while one looks, oldest first, those of a few moments together: what happened
 * before is not news, however late its copy comes.
 */
export function useNewNotices(onNew: (notices: readonly Notice[]) => void): void {
  const list = useNoticeList()
  const since = useRef<number | null>(null)
  const upTo = useRef<Mark>({ seq: 0, at: 0 })
  const waiting = useRef<readonly Notice[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tell = useRef(onNew)
  useEffect(() => {
    tell.current = onNew
  })
  useEffect(() => {
    since.current ??= serverNow()
    const fresh = freshOf(list ?? NONE, since.current, upTo.current)
    if (fresh.length === 0) return
    upTo.current = markOf(fresh, upTo.current)
    waiting.current = [...waiting.current, ...fresh]
    // What a console missed comes in several frames.
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const all = waiting.current
      waiting.current = []
      tell.current(all)
    }, QUIET_MS)
  }, [list])
  useEffect(() => () => clearTimeout(timer.current), [])
}

const QUIET_MS = 300

type Bell = { readonly open: boolean; setOpen(open: boolean): void }

/** Whether the list of what one was told is open. */
export const useBell = create<Bell>()((set) => ({ open: false, setOpen: (open) => set({ open }) }))
