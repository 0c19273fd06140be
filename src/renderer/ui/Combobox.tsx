import {
  Combobox as AriakitCombobox,
  ComboboxItem,
  ComboboxPopover,
  ComboboxProvider
} from '@ariakit/react/combobox'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useField } from './Field.tsx'
import { fuzzyFilter } from './fuzzy-match.ts'

export type ComboboxOption<Value extends string> = {
  value: Value
  label: string
  icon?: ReactNode
  description?: ReactNode
}

const MOST_SHOWN = 100

/**
 * One of many, found by typing. Filters by itself; give `onQuery` to bring the options from elsewhere
 * (then they are shown as they come).
 */
export function Combobox<Value extends string>({
  value,
  options,
  onChange,
  onQuery,
  placeholder,
  emptyText,
  disabled,
  'aria-label': label
}: {
  value: Value | null
  options: readonly ComboboxOption<Value>[]
  onChange: (value: Value) => void
  onQuery?: ((query: string) => void) | undefined
  placeholder?: string | undefined
  /** Said when nothing matches. */
  emptyText: string
  disabled?: boolean | undefined
  'aria-label'?: string | undefined
}) {
  const field = useField()
  const [query, setQuery] = useState<string | null>(null)
  const chosen = options.find((option) => option.value === value)
  const found = onQuery || query === null ? options : fuzzyFilter(options, query, (option) => option.label)
  const type = (text: string) => {
    setQuery(text)
    onQuery?.(text)
  }
  return (
    <ComboboxProvider
      value={query ?? chosen?.label ?? ''}
      setValue={type}
      resetValueOnHide={false}
      // What is found first is chosen already: an arrow goes on from there and never back to nothing.
      includesBaseElement={false}
      setOpen={(open) => {
        if (!open) setQuery(null)
      }}
    >
      <span className="tl-input">
        <AriakitCombobox
          {...field}
          aria-label={label}
          {...(placeholder !== undefined && { placeholder })}
          disabled={disabled ?? false}
          autoSelect
          onFocus={(event) => event.currentTarget.select()}
        />
        <ChevronDown size={16} aria-hidden className="tl-select-arrow" />
      </span>
      <ComboboxPopover
        className="tl-menu tl-menu-matched"
        portal
        sameWidth
        gutter={4}
        unmountOnHide
        preserveTabOrder={false}
        aria-label={label}
        data-shortcut-boundary="menu"
      >
        {found.slice(0, MOST_SHOWN).map((option) => (
          <ComboboxItem
            key={option.value}
            className="tl-menu-item"
            value={option.label}
            setValueOnClick={false}
            focusOnHover
            onClick={() => {
              setQuery(null)
              onChange(option.value)
            }}
          >
            {option.icon && <span className="tl-menu-item-icon">{option.icon}</span>}
            <span className="tl-menu-item-body">
              <span>{option.label}</span>
              {option.description && <span className="tl-menu-item-second">{option.description}</span>}
            </span>
          </ComboboxItem>
        ))}
        {found.length === 0 && <div className="tl-menu-empty">{emptyText}</div>}
      </ComboboxPopover>
    </ComboboxProvider>
  )
}
