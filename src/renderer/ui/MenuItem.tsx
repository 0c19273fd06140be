import { MenuItem as AriakitMenuItem } from '@ariakit/react/menu'
import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Kbd } from './Kbd.tsx'

export type MenuItemProps = {
  children: ReactNode
  icon?: ReactNode
  /** A second line: who decides, by when, what it asks. */
  description?: ReactNode
  keys?: string | undefined
  /** Greys the row and says why in half a sentence. It can still be reached and read. */
  disabledReason?: string | undefined
  /** A row that can be on or off shows a tick when on. */
  checked?: boolean | undefined
  danger?: boolean | undefined
  onSelect: () => void
}

/** One row of a Menu. */
export function MenuItem({
  children,
  icon,
  description,
  keys,
  disabledReason,
  checked,
  danger,
  onSelect
}: MenuItemProps) {
  const id = useId()
  const second = disabledReason ?? description
  return (
    <AriakitMenuItem
      className={danger ? 'tl-menu-item tl-menu-item-danger' : 'tl-menu-item'}
      aria-labelledby={`${id}-name`}
      aria-describedby={second ? `${id}-second` : undefined}
      disabled={disabledReason !== undefined}
      accessibleWhenDisabled
      {...(checked !== undefined && { role: 'menuitemcheckbox', 'aria-checked': checked })}
      onClick={onSelect}
    >
      {icon && <span className="tl-menu-item-icon">{icon}</span>}
      <span className="tl-menu-item-body">
        <span id={`${id}-name`}>{children}</span>
        {second && (
          <span id={`${id}-second`} className="tl-menu-item-second">
            {second}
          </span>
        )}
      </span>
      {checked && <Check size={16} aria-hidden />}
      {keys && <Kbd keys={keys} />}
    </AriakitMenuItem>
  )
}
