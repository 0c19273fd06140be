import {
  Combobox,
  ComboboxGroup,
  ComboboxGroupLabel,
  ComboboxItem,
  ComboboxList,
  ComboboxProvider
} from '@ariakit/react/combobox'
import { Dialog } from '@ariakit/react/dialog'
import { Search } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { fuzzyFilter } from './fuzzy-match.ts'
import { Kbd } from './Kbd.tsx'

export type PaletteItem = {
  id: string
  label: string
  /** Drawn in place of the label, when it is more than text. */
  face?: ReactNode
  description?: ReactNode
  icon?: ReactNode
  keys?: string | undefined
  /** Other words one may type for it. */
  keywords?: string | undefined
  disabledReason?: string | undefined
}

export type PaletteGroup = {
  id: string
  label: string
  items: readonly PaletteItem[]
  /** The caller has filtered these already (search results). */
  filtered?: boolean | undefined
}

const MOST_SHOWN = 50

/** Everything one can do or open, by typing a few letters of it. */
export function CommandPalette({
  open,
  onClose,
  label,
  placeholder,
  query,
  onQueryChange,
  groups,
  onRun,
  emptyText,
  footer
}: {
  open: boolean
  onClose: () => void
  label: string
  placeholder: string
  query: string
  onQueryChange: (query: string) => void
  groups: readonly PaletteGroup[]
  onRun: (id: string) => void
  emptyText: string
  footer?: ReactNode
}) {
  const found = useMemo(
    () =>
      groups
        .map((group) => ({
          ...group,
          items: (group.filtered ? group.items : matching(group.items, query)).slice(0, MOST_SHOWN)
        }))
        .filter((group) => group.items.length > 0),
    [groups, query]
  )
  return (
    <Dialog
      open={open}
      onClose={onClose}
      unmountOnHide
      aria-label={label}
      className="tl-palette"
      backdrop={<div className="tl-backdrop" />}
      data-shortcut-boundary="palette"
      data-shortcut-modal
    >
      <ComboboxProvider
        open
        value={query}
        setValue={onQueryChange}
        resetValueOnHide={false}
        includesBaseElement={false}
      >
        <div className="tl-palette-head">
          <Search size={16} aria-hidden />
          <Combobox
            autoSelect="always"
            autoFocus
            aria-label={label}
            placeholder={placeholder}
            className="tl-palette-input"
          />
        </div>
        <ComboboxList className="tl-palette-list" alwaysVisible aria-label={label}>
          {found.map((group) => (
            <ComboboxGroup key={group.id} className="tl-menu-group">
              <ComboboxGroupLabel className="tl-menu-group-label">{group.label}</ComboboxGroupLabel>
              {group.items.map((item) => (
                <PaletteRow
                  key={item.id}
                  item={item}
                  onRun={() => {
                    onClose()
                    onRun(item.id)
                  }}
                />
              ))}
            </ComboboxGroup>
          ))}
          {found.length === 0 && <div className="tl-menu-empty">{emptyText}</div>}
        </ComboboxList>
        {footer && <footer className="tl-palette-foot">{footer}</footer>}
      </ComboboxProvider>
    </Dialog>
  )
}

function PaletteRow({ item, onRun }: { item: PaletteItem; onRun: () => void }) {
  const second = item.disabledReason ?? item.description
  return (
    <ComboboxItem
      className="tl-menu-item"
      value={item.id}
      setValueOnClick={false}
      hideOnClick={false}
      focusOnHover
      disabled={item.disabledReason !== undefined}
      accessibleWhenDisabled
      onClick={onRun}
    >
      {/* Without a sign its place stays empty, so that all words begin at one line. */}
      <span className="tl-menu-item-icon">{item.icon}</span>
      <span className="tl-menu-item-body tl-menu-item-inline">
        <span className="tl-cut">{item.face ?? item.label}</span>
        {second && <span className="tl-menu-item-second tl-cut">{second}</span>}
      </span>
      {item.keys && <Kbd keys={item.keys} />}
    </ComboboxItem>
  )
}

function matching(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  return fuzzyFilter(items, query, (item) => (item.keywords ? `${item.label} ${item.keywords}` : item.label))
}
