import { type RefObject, useEffect } from 'react'

/** How long a dialog may take to give the focus back by itself. */
const GIVEN_BACK_MS = 150

/**
 * A form that was chosen in a menu has nothing to give the focus back to: the entry went with its menu, and the case may have gone
 * as well. Whoever closed it, or sent it, stands in what shows the case.
 */
export function useFocusAfterForm(isOpen: boolean, inside: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!isOpen) return
    const part = inside.current?.closest<HTMLElement>('.tl-console-part')
    return () => {
      setTimeout(() => document.activeElement === document.body && part?.focus(), GIVEN_BACK_MS)
    }
  }, [isOpen, inside])
}
