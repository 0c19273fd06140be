import { useCallback } from 'react'
import type { Notice } from '../../../shared/protocol/views.ts'
import { useNames } from '../../state/names.ts'
import { useNewNotices } from '../../state/notices.ts'
import { usePerson } from '../../state/session.ts'
import { useToasts } from '../../state/toasts.ts'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { noticeText } from './notice-text.ts'

const STAY_MS = 12_000

/** Says what just came of one's requests, with the way to the case. It stays in the list of the bell. */
export function useToastedNotices(onOpenCase: (caseId: string) => void): void {
  const words = useWords()
  const format = useFormat()
  const names = useNames()
  const me = usePerson()?.id ?? ''
  const show = useToasts((toasts) => toasts.show)
  const tell = useCallback(
    (notice: Notice) => {
      const { text, tone } = noticeText(notice, { words, format, names, me })
      show({
        id: `notice:${notice.seq}`,
        text: `${text} · ${notice.ref}`,
        tone,
        forMs: STAY_MS,
        action: { label: words.frame.notices.open, onClick: () => onOpenCase(notice.caseId) }
      })
    },
    [words, format, names, me, show, onOpenCase]
  )
  useNewNotices(tell)
}
