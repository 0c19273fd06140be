const STEPS: Partial<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Moves the focus among the cards with the arrows; true when it did. */
export function moveAmong(box: HTMLElement, key: string): boolean {
  const step = STEPS[key]
  const cards = [...box.querySelectorAll<HTMLElement>('[data-person-card]')]
  const at = cards.indexOf(document.activeElement as HTMLElement)
  const next = step === undefined || at < 0 ? undefined : cards[at + step]
  next?.focus()
  return next !== undefined
}
