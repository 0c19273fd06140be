import { ArrowDown, ArrowUp, ArrowUpToLine, Copy, Ellipsis, Plus, Trash2 } from 'lucide-react'
import { Button } from '../../../ui/Button.tsx'
import { Menu, MenuSeparator } from '../../../ui/Menu.tsx'
import { MenuItem } from '../../../ui/MenuItem.tsx'
import { gridCell } from '../../../ui/VirtualGrid.tsx'
import { useWords } from '../../../words/WordsProvider.tsx'

export type RowAct = 'up' | 'down' | 'top' | 'duplicate' | 'addBelow' | 'remove'

/** What can be done with a row as a whole. */
export function RowMenu({
  label,
  isCursor,
  isFirst,
  isLast,
  onAct
}: {
  label: string
  isCursor: boolean
  isFirst: boolean
  isLast: boolean
  onAct: (act: RowAct) => void
}) {
  const { grid: texts } = useWords().matrix
  return (
    <Menu
      label={label}
      placement="bottom-end"
      button={
        <Button
          {...gridCell(isCursor)}
          variant="quiet"
          size="small"
          className="tl-icon-button"
          aria-label={label}
          icon={<Ellipsis aria-hidden />}
        />
      }
    >
      {!isFirst && (
        <>
          <MenuItem icon={<ArrowUp aria-hidden />} keys="Alt+ArrowUp" onSelect={() => onAct('up')}>
            {texts.up}
          </MenuItem>
          <MenuItem icon={<ArrowUpToLine aria-hidden />} onSelect={() => onAct('top')}>
            {texts.top}
          </MenuItem>
        </>
      )}
      {!isLast && (
        <MenuItem icon={<ArrowDown aria-hidden />} keys="Alt+ArrowDown" onSelect={() => onAct('down')}>
          {texts.down}
        </MenuItem>
      )}
      <MenuItem icon={<Copy aria-hidden />} onSelect={() => onAct('duplicate')}>
        {texts.duplicate}
      </MenuItem>
      <MenuItem icon={<Plus aria-hidden />} onSelect={() => onAct('addBelow')}>
        {texts.addBelow}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden />} danger keys="Delete" onSelect={() => onAct('remove')}>
        {texts.remove}
      </MenuItem>
    </Menu>
  )
}
