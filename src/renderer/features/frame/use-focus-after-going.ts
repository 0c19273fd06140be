import { type RefObject, useEffect, useRef } from 'react'
import type { Place } from '../../state/navigation.ts'

/**
 * Whoever goes to another place by its keys stood in what that replaced, and would stand nowhere: they go on at its beginning.
 * Not in its list: as long as somebody is in a list its rows wait (CO3). Whoever stands somewhere stays there.
 */
export function useFocusAfterGoing(place: Place, part: RefObject<HTMLElement | null>): void {
  const came = useRef(place)
  useEffect(() => {
    if (came.current === place) return
    came.current = place
    const frame = requestAnimationFrame(
      () => document.activeElement === document.body && part.current?.focus()
    )
    return () => cancelAnimationFrame(frame)
  }, [place, part])
}
