/** From this share of what it may have on, a text shows how long it is. */
const NEAR = 0.9

export type TextLimit = { readonly isNear: boolean; readonly isOver: boolean; readonly text: string }

/**
 * How a text stands to its limit (characters); `text` is a count such as `19,500 / 20,000`, which needs no words. Nothing is ever
 * cut: what is too long stays, says so, and is refused where it is sent.
 */
export function textLimit(length: number, most: number | undefined, locale: string): TextLimit {
  if (most === undefined) return { isNear: false, isOver: false, text: '' }
  const number = new Intl.NumberFormat(locale)
  return {
    isNear: length >= most * NEAR && length > 0,
    isOver: length > most,
    text: `${number.format(length)} / ${number.format(most)}`
  }
}
