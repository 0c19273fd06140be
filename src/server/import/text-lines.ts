/** One physical line: its bytes without the line end, the line end itself, and its number from 1. */
export type TextLine = { readonly number: number; readonly bytes: Buffer; readonly end: '' | '\n' | '\r\n' }

const LF = 10
const CR = 13
const BOM = Buffer.from([0xef, 0xbb, 0xbf])
/** Longer lines are handed on in pieces marked as one line too long by their reader; it bounds what a line may hold in memory. */
export const LONGEST_LINE = 4 * 1024 * 1024

/** Cuts bytes into physical lines. A byte-order mark falls away; a line that never ends is cut off at LONGEST_LINE. */
export async function* textLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<TextLine> {
  let number = 1
  let rest: Buffer = Buffer.alloc(0)
  let first = true
  /** The tail of a line that was too long is thrown away up to its end. */
  let skipping = false
  for await (const chunk of chunks) {
    let data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (first) {
      if (data.length < BOM.length) {
        rest = data
        continue
      }
      if (data.subarray(0, BOM.length).equals(BOM)) data = data.subarray(BOM.length)
      first = false
    }
    let from = 0
    for (let at = data.indexOf(LF); at >= 0; at = data.indexOf(LF, from)) {
      if (!skipping) yield lineOf(number, data, from, at)
      skipping = false
      number += 1
      from = at + 1
    }
    rest = data.subarray(from)
    if (rest.length > LONGEST_LINE) {
      if (!skipping) yield { number, bytes: rest, end: '' }
      skipping = true
      rest = Buffer.alloc(0)
    }
  }
  if (rest.length > 0 && !skipping) yield { number, bytes: rest, end: '' }
}

function lineOf(number: number, data: Buffer, from: number, at: number): TextLine {
  const crlf = at > from && data[at - 1] === CR
  return { number, bytes: data.subarray(from, crlf ? at - 1 : at), end: crlf ? '\r\n' : '\n' }
}
