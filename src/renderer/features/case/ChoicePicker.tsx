import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Option } from '../../../shared/case/option.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { useSay } from './useSay.ts'

/** A value of the case that can be changed where it stands; greyed with the reason when it cannot, plain when that makes no sense. */
export function ChoicePicker({
  option,
  name,
  value,
  valueText,
  icon,
  textOf,
  iconOf,
  onChoose
}: {
  option: Option | undefined
  /** "Priority" */
  name: string
  value: string
  valueText: string
  icon?: ReactNode
  textOf: (choice: string) => string
  iconOf?: ((choice: string) => ReactNode) | undefined
  onChoose: (choice: string) => void
}) {
  const { words, why } = useSay()
  const label = words.case.change(name, valueText)
  if (!option) {
    return (
      <span className="case-fixed" title={name}>
        {icon}
        {valueText}
      </span>
    )
  }
  if (!option.can) {
    return (
      <Button
        variant="quiet"
        size="small"
        className="case-value"
        icon={icon}
        aria-label={`${name}: ${valueText}`}
        disabledReason={why(option.why)}
      >
        {valueText}
      </Button>
    )
  }
  const field = option.fields.find((one) => one.kind === 'choice')
  return (
    <Menu
      label={name}
      button={
        <Button
          variant="quiet"
          size="small"
          className="case-value"
          icon={icon}
          iconEnd={<ChevronDown aria-hidden />}
          aria-label={label}
        >
          {valueText}
        </Button>
      }
    >
      {(field?.kind === 'choice' ? field.choices : []).map((choice) => (
        <MenuItem
          key={choice}
          icon={iconOf?.(choice)}
          checked={choice === value}
          onSelect={() => {
            if (choice !== value) onChoose(choice)
          }}
        >
          {textOf(choice)}
        </MenuItem>
      ))}
    </Menu>
  )
}
