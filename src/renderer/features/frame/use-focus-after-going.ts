import { type RefObject, useEffect, useRef } from 'react'
import type { Place } from '../../state/navigation.ts'

/** How many frames a list may take to be there. */
const MOST_FRAMES = 60

/**
 * Whoever goes to another place by its keys stood in what that replaced, and would stand nowhere: they go on in its list, or at
 * its beginning where it has none. Whoever stands somewhere stays there.
 */
export function useFocusAfterGoing(place: Place, part: RefObject<HTMLElement | null>): void {
  const came = useRef(place)
  useEffect(() => {
    if (came.current === place) return
    came.current = place
    let frame = 0
    const look = (left: number): void => {
      if (document.activeElement !== document.body) return
      const list = part.current?.querySelector<HTMLElement>('[role=listbox]')
      if (list) list.focus()
      else if (left === 0) part.current?.focus()
      else frame = requestAnimationFrame(() => look(left - 1))
    }
    frame = requestAnimationFrame(() => look(MOST_FRAMES))
    return () => cancelAnimationFrame(frame)
  }, [place, part])
}
