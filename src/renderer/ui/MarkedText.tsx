import { useMemo } from 'react'
import { splitMarks } from './split-marks.ts'

/** Found text, with its hits marked. Everything else in it is plain text, whatever it looks like. */
export function MarkedText({ text }: { text: string }) {
  const pieces = useMemo(() => splitMarks(text), [text])
  return (
    <>
      {pieces.map((piece, place) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
        piece.hit ? <mark key={place}>{piece.text}</mark> : <span key={place}>{piece.text}</span>
      )}
    </>
  )
}
