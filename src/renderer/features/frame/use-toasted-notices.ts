import { useCallback, useEffect, useRef } from 'react'
import type { Notice } from '../../../shared/protocol/views.ts'
import { useServerNow } from '../../state/connection.ts'
import { useDeciding } from '../../state/deciding.ts'
import { useNames } from '../../state/names.ts'
import { useBell, useNewNotices, useNoticeList, useNotices } from '../../state/notices.ts'
import { usePerson } from '../../state/session.ts'
import { type ToastNews, useToasts } from '../../state/toasts.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { noticeText } from './notice-text.ts'
import { ALL_NOTICES, isNoticeToast, tellsTogether, toastIdOf } from './notice-toasts.ts'

const STAY_MS = 12_000
/** There is something to read and to decide. */
const ASKS_STAY_MS = 30_000

/**
 * Says what just came of one's requests, and what just came to wait for one's decision, with the ways to go on. It stays in
 * the list of the bell. What was decided meanwhile cannot be answered from the toast any more, and says so.
 */
export function useToastedNotices(onOpenCase: (caseId: string) => void): void {
  const words = useWords()
  const toastOf = useToastOf(onOpenCase)
  const { unread } = useNotices(useServerNow(60_000))
  const show = useToasts((toasts) => toasts.show)
  const isOpen = useBell((bell) => bell.open)
  const told = useRef(new Map<string, boolean>())

  const together = useCallback(
    (seen: readonly Notice[]): ToastNews => {
      const texts = words.frame.notices
      const waits = seen.filter(({ request }) => request?.waits).length
      return {
        id: ALL_NOTICES,
        text: texts.unread(seen.length),
        note: waits > 0 ? texts.wait(waits) : null,
        tone: waits > 0 ? 'accent' : 'plain',
        forMs: ASKS_STAY_MS,
        action: { label: texts.showAll, onClick: () => useBell.getState().setOpen(true) }
      }
    },
    [words]
  )

  useNewNotices((fresh) => {
    if (useBell.getState().open) return
    const { toasts, dismiss } = useToasts.getState()
    const ids = toasts.map(({ id }) => id)
    if (tellsTogether(ids, fresh.length)) {
      for (const id of ids) if (isNoticeToast(id) && id !== ALL_NOTICES) dismiss(id)
      show(together(unread))
      return
    }
    for (const notice of fresh) {
      told.current.set(toastIdOf(notice), notice.request?.waits ?? false)
      show(toastOf(notice))
    }
  })

  const list = useNoticeList()
  useEffect(() => {
    const { toasts, change, dismiss } = useToasts.getState()
    for (const { id } of toasts) {
      if (!told.current.get(id)) continue
      const notice = list?.find((one) => toastIdOf(one) === id)
      if (notice?.request?.waits) continue
      told.current.delete(id)
      // Gone from the list: the case left this machine with the step.
      if (notice) change(toastOf(notice))
      else dismiss(id)
    }
  }, [list, toastOf])

  useEffect(() => {
    if (!isOpen) return
    const { toasts, dismiss } = useToasts.getState()
    for (const { id } of toasts) if (isNoticeToast(id)) dismiss(id)
  }, [isOpen])
}

/** A notice as a toast: with answers while it waits for one. */
function useToastOf(onOpenCase: (caseId: string) => void): (notice: Notice) => ToastNews {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  const me = usePerson()?.id ?? ''
  const ask = useDeciding((deciding) => deciding.ask)
  return useCallback(
    (notice) => {
      const { text, note, became, tone } = noticeText(notice, { words, format, names, me })
      const id = toastIdOf(notice)
      const open = { label: words.frame.notices.open, onClick: () => onOpenCase(notice.caseId) }
      const { request } = notice
      if (!request?.waits)
        return {
          id,
          text,
          note: `${notice.ref} · ${became ?? note ?? notice.subject}`,
          tone: tone === 'asks' ? 'plain' : tone,
          forMs: STAY_MS,
          action: open
        }
      const answers = (
        ['approve', 'decline', ...(request.canHandOn ? (['handOn'] as const) : [])] as const
      ).map((answer) => ({
        label: words.approvals[answer],
        onClick: () => ask(request.escalationId, answer)
      }))
      return {
        id,
        text,
        note: `${notice.ref} · ${note ?? notice.subject}`,
        tone: 'accent',
        forMs: ASKS_STAY_MS,
        actions: [...answers, open]
      }
    },
    [words, format, names, me, ask, onOpenCase]
  )
}
