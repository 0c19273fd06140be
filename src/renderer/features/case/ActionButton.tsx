import type { ReactNode } from 'react'
import type { Option } from '../../../shared/case/option.ts'
import { Button, type ButtonVariant } from '../../ui/Button.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { useSay } from './useSay.ts'

/** An option as a button: greyed with its reason when it cannot be pressed. */
export function ActionButton({
  option,
  label,
  icon,
  keys,
  variant,
  small,
  onPress
}: {
  option: Option
  label?: string | undefined
  icon?: ReactNode
  keys?: string | undefined
  variant?: ButtonVariant | undefined
  small?: boolean | undefined
  onPress: (option: Option) => void
}) {
  const { words, why } = useSay()
  return (
    <Button
      variant={variant}
      size={small ? 'small' : undefined}
      icon={icon}
      keys={option.can ? keys : undefined}
      disabledReason={option.can ? undefined : why(option.why)}
      onClick={() => onPress(option)}
    >
      {label ?? words.case.actions[option.name]}
    </Button>
  )
}

/** The same in a menu. */
export function ActionItem({
  option,
  label,
  description,
  icon,
  onPress
}: {
  option: Option
  label?: ReactNode
  description?: ReactNode
  icon?: ReactNode
  onPress: (option: Option) => void
}) {
  const { words, why } = useSay()
  return (
    <MenuItem
      icon={icon}
      description={description}
      disabledReason={option.can ? undefined : why(option.why)}
      onSelect={() => onPress(option)}
    >
      {label ?? words.case.actions[option.name]}
    </MenuItem>
  )
}
