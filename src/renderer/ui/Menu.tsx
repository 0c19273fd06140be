import {
  Menu as AriakitMenu,
  MenuGroup as AriakitMenuGroup,
  MenuSeparator as AriakitMenuSeparator,
  MenuButton,
  MenuGroupLabel,
  MenuProvider,
  useMenuStore
} from '@ariakit/react/menu'
import { type ReactElement, type ReactNode, useLayoutEffect, useRef } from 'react'
import type { Placement } from './Tooltip.tsx'

export type MenuProps = {
  /** The element that opens it. Leave it out when `anchor` says where to open. */
  button?: ReactElement | undefined
  /** Its spoken name; needed without a button. */
  label?: string | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  placement?: Placement | undefined
  /** Opens at this place on the screen (under the cursor row, say). */
  anchor?: (() => { x: number; y: number; width?: number; height?: number } | null) | undefined
  /** Shown above the rows: text, links. */
  header?: ReactNode
  wide?: boolean | undefined
  children: ReactNode
}

/** A list of things to do. Rows are MenuItem; arrows move, letters jump, Enter chooses, Escape closes. */
export function Menu({
  button,
  label,
  open,
  onOpenChange,
  placement,
  anchor,
  header,
  wide,
  children
}: MenuProps) {
  const menu = useMenuStore({
    placement: placement ?? 'bottom-start',
    ...(open !== undefined && { open }),
    ...(onOpenChange && { setOpen: onOpenChange })
  })
  const before = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    // Without a button there is nothing to give the focus back to but what had it.
    if (open && !button) before.current = document.activeElement as HTMLElement | null
  }, [open, button])
  return (
    <MenuProvider store={menu}>
      {button && <MenuButton render={button} />}
      <AriakitMenu
        className={wide ? 'tl-menu tl-menu-wide' : 'tl-menu'}
        aria-label={label}
        portal
        gutter={4}
        overflowPadding={8}
        unmountOnHide
        preserveTabOrder={false}
        data-shortcut-boundary="menu"
        onKeyDown={(event) => {
          if (event.key !== 'Tab') return
          event.preventDefault()
          menu.hide()
        }}
        {...(!button && { finalFocus: before })}
        {...(anchor && { getAnchorRect: anchor })}
      >
        {header && (
          <div className="tl-menu-header" role="presentation">
            {header}
          </div>
        )}
        {children}
      </AriakitMenu>
    </MenuProvider>
  )
}

/** Rows that belong together, under a small heading. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriakitMenuGroup className="tl-menu-group">
      <MenuGroupLabel className="tl-menu-group-label">{label}</MenuGroupLabel>
      {children}
    </AriakitMenuGroup>
  )
}

export function MenuSeparator() {
  return <AriakitMenuSeparator className="tl-menu-separator" />
}
