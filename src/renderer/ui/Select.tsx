import {
  Select as AriakitSelect,
  SelectItem,
  SelectPopover,
  SelectProvider,
  useSelectStore
} from '@ariakit/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useField } from './Field.tsx'

export type SelectOption<Value extends string> = {
  value: Value
  label: string
  icon?: ReactNode
  description?: ReactNode
  disabledReason?: string | undefined
}

/** One of several, in a list that opens. For more than about fifteen, use Combobox. */
export function Select<Value extends string>({
  value,
  options,
  onChange,
  placeholder,
  size = 'medium',
  disabled,
  'aria-label': label
}: {
  value: Value | null
  options: readonly SelectOption<Value>[]
  onChange: (value: Value) => void
  placeholder?: string | undefined
  size?: 'small' | 'medium' | undefined
  disabled?: boolean | undefined
  'aria-label'?: string | undefined
}) {
  const field = useField()
  const chosen = options.find((option) => option.value === value)
  const choose = (next: string) => {
    const option = options.find((one) => one.value === next)
    if (option && next !== value) onChange(option.value)
  }
  const list = useSelectStore({ value: value ?? '', setValue: choose })
  return (
    <SelectProvider store={list}>
      <AriakitSelect
        {...field}
        aria-label={label}
        disabled={disabled ?? false}
        className={size === 'small' ? 'tl-select tl-select-small' : 'tl-select'}
      >
        {chosen?.icon}
        <span className={chosen ? 'tl-cut tl-grow' : 'tl-cut tl-grow tl-dim'}>
          {chosen?.label ?? placeholder}
        </span>
        <ChevronDown size={16} aria-hidden className="tl-select-arrow" />
      </AriakitSelect>
      <SelectPopover
        className="tl-menu"
        portal
        sameWidth
        gutter={4}
        unmountOnHide
        preserveTabOrder={false}
        data-shortcut-boundary="menu"
        onKeyDown={(event) => {
          if (event.key !== 'Tab') return
          event.preventDefault()
          list.hide()
        }}
      >
        {options.map((option) => (
          <SelectItem
            key={option.value}
            value={option.value}
            className="tl-menu-item"
            disabled={option.disabledReason !== undefined}
            accessibleWhenDisabled
          >
            {option.icon && <span className="tl-menu-item-icon">{option.icon}</span>}
            <span className="tl-menu-item-body">
              <span>{option.label}</span>
              {(option.disabledReason ?? option.description) && (
                <span className="tl-menu-item-second">{option.disabledReason ?? option.description}</span>
              )}
            </span>
            {option.value === value && <Check size={16} aria-hidden />}
          </SelectItem>
        ))}
      </SelectPopover>
    </SelectProvider>
  )
}
