import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { AnchoredPopover } from '../../../ui/AnchoredPopover.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { useEditing } from '../editing.ts'

/** A value as a button that opens its editor in place; only the value where nothing can be changed. */
export function ChipEditor({
  label,
  text,
  look,
  cell,
  children
}: {
  /** What the value is, for who cannot see where it stands. */
  label: string
  text: string
  look?: 'add' | 'quiet' | undefined
  /** What a grid spreads on its cells. */
  cell?: { readonly tabIndex: number } | undefined
  children: (close: () => void) => ReactNode
}) {
  const { change } = useEditing()
  const { grid } = useWords().matrix
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!change) return look === 'add' ? null : <span {...cell}>{text}</span>
  const close = () => setAnchor(null)
  return (
    <>
      <button
        type="button"
        {...cell}
        className={classNames('matrix-chip', look && `matrix-chip-${look}`)}
        aria-label={grid.edit(label, text)}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {look === 'add' && <Plus size={12} aria-hidden />}
        {text}
      </button>
      {anchor && (
        <AnchoredPopover anchor={anchor} label={label} onClose={close}>
          {children(close)}
        </AnchoredPopover>
      )}
    </>
  )
}
