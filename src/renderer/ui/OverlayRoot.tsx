import { PortalContext } from '@ariakit/react/portal'
import { type ReactNode, useState } from 'react'

/**
 * Where menus, dialogs and tooltips are put: inside the landmark this stands in, so that everything on the
 * page belongs to one. Wrap the app's content in it, once, inside <main>.
 */
export function OverlayRoot({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <PortalContext.Provider value={place}>
      {children}
      <div ref={setPlace} />
    </PortalContext.Provider>
  )
}
