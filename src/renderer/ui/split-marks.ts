/** Marks around a hit: private-use characters, so that nothing anybody wrote can look like one. */
const START = '\ue000'
const END = '\ue001'

export type Piece = { readonly text: string; readonly hit: boolean }

/** Cuts a text at its marks. A mark without its partner is left out; what it would have marked stays plain. */
export function splitMarks(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  const add = (piece: string, hit: boolean) => {
    const plain = piece.replaceAll(START, '').replaceAll(END, '')
    if (plain) pieces.push({ text: plain, hit })
  }
  let from = 0
  while (from < text.length) {
    const end = text.indexOf(END, from)
    const start = end < 0 ? -1 : text.lastIndexOf(START, end)
    if (start < from) {
      const until = end < 0 ? text.length : end + 1
      add(text.slice(from, until), false)
      from = until
    } else {
      add(text.slice(from, start), false)
      add(text.slice(start + 1, end), true)
      from = end + 1
    }
  }
  return pieces
}
