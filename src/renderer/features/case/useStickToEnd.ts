import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** So near the end counts as reading the end. */
const NEAR_PX = 96

export type StickToEnd = {
  /** Something came while the reader was further up. */
  readonly hasNews: boolean
  readonly toEnd: () => void
  readonly onScroll: () => void
}

/**
 * Keeps a scrolling part at its end as it grows, unless the reader has gone up: then it says that there is news and
 * moves nothing. `subject` another: begin at the end. `mine` one more: I wrote it, so I want to see it.
 */
export function useStickToEnd(
  box: RefObject<HTMLElement | null>,
  subject: string,
  count: number,
  mine: number
): StickToEnd {
  const isAtEnd = useRef(true)
  const size = useRef('')
  const [hasNews, setHasNews] = useState(false)

  const toEnd = useCallback(() => {
    const element = box.current
    if (element) element.scrollTop = element.scrollHeight
    isAtEnd.current = true
    setHasNews(false)
  }, [box])

  const onScroll = useCallback(() => {
    const element = box.current
    // The part itself has another size: that was no scrolling of the reader, and the watch below puts it right.
    if (!element || size.current !== sizeOf(element)) return
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX
    if (isAtEnd.current) setHasNews(false)
  }, [box])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another case, or a word of mine, brings the reader to the end
  useLayoutEffect(toEnd, [subject, mine, toEnd])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` is what grows
  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd()
    else setHasNews(true)
  }, [count, toEnd])

  // The composer grows, the window shrinks: the end stays in sight.
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => {
      size.current = sizeOf(element)
      if (isAtEnd.current) element.scrollTop = element.scrollHeight
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [box])

  return { hasNews, toEnd, onScroll }
}

function sizeOf(element: HTMLElement): string {
  return `${element.clientWidth} ${element.clientHeight}`
}
