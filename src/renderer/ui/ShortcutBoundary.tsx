import { createContext, type ReactNode, useContext } from 'react'

const Boundary = createContext('root')

/** Which layer a component lives in: the page, or the dialog, sheet or menu around it. */
export function useBoundary(): string {
  return useContext(Boundary)
}

/** Keys pressed inside a layer reach only the shortcuts declared inside it. */
export function ShortcutBoundary({ id, children }: { id: string; children: ReactNode }) {
  return <Boundary value={id}>{children}</Boundary>
}
