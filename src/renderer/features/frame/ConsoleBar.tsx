import { ClipboardList, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Connection } from '../../../shared/protocol/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Count } from '../../ui/Count.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'
import { Presence } from './Presence.tsx'

/** The bar on top: one field for everything, how the connection stands, what waits for the person, and the person. */
export function ConsoleBar({
  connection,
  review,
  notices,
  person,
  onPalette,
  onOutbox,
  onReview
}: {
  connection: Connection | undefined
  /** How many entries stand in the review tray. */
  review: number
  /** The bell. */
  notices: ReactNode
  person: ReactNode
  onPalette: () => void
  onOutbox: () => void
  onReview: () => void
}) {
  const { frame, outbox } = useWords()
  const format = useFormat()
  return (
    <TopBar
      start={<span className="tl-brand">{frame.appName}</span>}
      center={
        <button type="button" className="tl-input tl-palette-field" onClick={onPalette}>
          <span className="tl-input-icon">
            <Search size={16} aria-hidden />
          </span>
          <span className="tl-cut tl-grow">{frame.search}</span>
          <Kbd keys="Mod+K" />
        </button>
      }
      end={
        <>
          <Presence connection={connection} onOpen={onOutbox} />
          {review > 0 ? (
            <Button
              className="tl-review-button"
              icon={<ClipboardList aria-hidden />}
              aria-label={frame.toReview(review)}
              title={frame.toReview(review)}
              onClick={onReview}
            >
              <Count value={format.number(review)} tone="warning" />
            </Button>
          ) : (
            <IconButton label={outbox.review.title} icon={<ClipboardList aria-hidden />} onClick={onReview} />
          )}
          {notices}
          {person}
        </>
      }
    />
  )
}
