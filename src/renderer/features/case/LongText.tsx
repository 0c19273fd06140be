import { useState } from 'react'
import { useWords } from '../../words/WordsProvider.tsx'
import { openingOf } from './timeline-parts.ts'

/** What somebody wrote, as plain text. A long one shows its beginning, and the whole when asked for. */
export function LongText({ text }: { text: string }) {
  const { timeline } = useWords().case
  const [open, setOpen] = useState(false)
  const opening = openingOf(text)
  if (opening === null) return <span className="case-words">{text}</span>
  return (
    <>
      <span className={open ? 'case-words' : 'case-words case-words-cut'}>{open ? text : opening}</span>
      <button type="button" className="case-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? timeline.showLess : timeline.showAll}
      </button>
    </>
  )
}
