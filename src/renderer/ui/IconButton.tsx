import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './Button.tsx'
import { classNames } from './class-names.ts'
import { type Placement, Tooltip } from './Tooltip.tsx'

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'iconEnd' | 'aria-label'> & {
  /** Its name, spoken and shown as a tooltip. */
  label: string
  icon: ReactNode
  tooltipPlacement?: Placement | undefined
}

/** A button that is only a sign; the tooltip says its name and its shortcut. */
export function IconButton({
  label,
  icon,
  keys,
  variant = 'quiet',
  disabledReason,
  tooltipPlacement,
  className,
  ...rest
}: IconButtonProps) {
  const look = classNames('tl-icon-button', className)
  if (disabledReason) {
    return (
      <Button
        {...rest}
        variant={variant}
        icon={icon}
        aria-label={label}
        className={look}
        disabledReason={disabledReason}
      />
    )
  }
  return (
    <Tooltip text={label} keys={keys} placement={tooltipPlacement}>
      <Button {...rest} variant={variant} icon={icon} aria-label={label} className={look} />
    </Tooltip>
  )
}
