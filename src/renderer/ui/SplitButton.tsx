import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, type ButtonVariant } from './Button.tsx'
import { Menu } from './Menu.tsx'

/** The usual action, and beside it a menu of its variants. */
export function SplitButton({
  children,
  onClick,
  menu,
  menuLabel,
  variant = 'plain',
  icon,
  keys,
  disabledReason
}: {
  children: ReactNode
  onClick: () => void
  /** MenuItems. */
  menu: ReactNode
  menuLabel: string
  variant?: ButtonVariant | undefined
  icon?: ReactNode
  keys?: string | undefined
  /** Greys the usual action; the menu stays open to choose another. */
  disabledReason?: string | undefined
}) {
  return (
    <div className="tl-split">
      <Button variant={variant} icon={icon} keys={keys} disabledReason={disabledReason} onClick={onClick}>
        {children}
      </Button>
      <Menu
        label={menuLabel}
        placement="bottom-end"
        button={
          <Button
            variant={variant}
            className="tl-split-more"
            aria-label={menuLabel}
            icon={<ChevronDown size={16} aria-hidden />}
          />
        }
      >
        {menu}
      </Menu>
    </div>
  )
}
