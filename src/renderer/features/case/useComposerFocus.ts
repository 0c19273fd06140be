import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftMode } from '../../state/drafts.ts'

/** Which way one writes, and bringing the reader to the field with its cursor at the end. */
export function useComposerFocus(caseId: string) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [mode, setMode] = useState<DraftMode>('reply')
  const [wish, setWish] = useState(0)
  const write = useCallback((next: DraftMode) => {
    setMode(next)
    setWish((before) => before + 1)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every case is begun with a reply
  useEffect(() => setMode('reply'), [caseId])
  useEffect(() => {
    const element = field.current
    if (wish === 0 || !element) return
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
  }, [wish])
  return { field, mode, setMode, write }
}
