import { type ComponentPropsWithRef, type MouseEvent, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { Kbd } from './Kbd.tsx'
import { Tooltip } from './Tooltip.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'

export type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'disabled'> & {
  variant?: ButtonVariant | undefined
  size?: 'small' | 'medium' | undefined
  icon?: ReactNode
  iconEnd?: ReactNode
  /** Draws the shortcut; pressing it is the business of useShortcuts. */
  keys?: string | undefined
  /** Greys the button and says why. It keeps its place in the tab order, so that everybody can read the reason. */
  disabledReason?: string | undefined
  /** For a button that stays down. */
  pressed?: boolean | undefined
}

/** A button. Use one `primary` at most per view: it is what one can do now. */
export function Button(props: ButtonProps) {
  const {
    variant = 'plain',
    size = 'medium',
    icon,
    iconEnd,
    keys,
    disabledReason,
    pressed,
    className,
    children,
    onClick,
    type = 'button',
    ...rest
  } = props
  const reasonId = useId()
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (disabledReason) event.preventDefault()
    else onClick?.(event)
  }
  const button = (
    <button
      {...rest}
      type={type}
      className={classNames(
        'tl-button',
        `tl-button-${variant}`,
        size === 'small' && 'tl-button-small',
        className
      )}
      aria-pressed={pressed ?? rest['aria-pressed']}
      aria-disabled={disabledReason ? true : rest['aria-disabled']}
      aria-describedby={classNames(rest['aria-describedby'], disabledReason && reasonId) || undefined}
      onClick={press}
    >
      {icon}
      {children !== undefined && <span className="tl-button-text">{children}</span>}
      {keys && <Kbd keys={keys} />}
      {iconEnd}
    </button>
  )
  // One that may be greyed is drawn the same way when it is not, or it would lose the focus with its last press.
  if (!('disabledReason' in props)) return button
  return (
    <>
      <Tooltip text={disabledReason}>{button}</Tooltip>
      {disabledReason && <VisuallyHidden id={reasonId}>{disabledReason}</VisuallyHidden>}
    </>
  )
}
