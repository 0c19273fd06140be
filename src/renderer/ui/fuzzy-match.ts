/**
 * How well `query` fits `text`: higher is better, null is not at all.
 * Every letter must appear in order; the start of a word and neighbours count more.
 */
export function fuzzyScore(query: string, text: string): number | null {
  const wanted = plain(query).replace(/\s+/g, '')
  if (wanted === '') return 0
  const within = plain(text)
  const whole = within.indexOf(plain(query).trim())
  if (whole >= 0) return 1000 - whole - (isWordStart(within, whole) ? 0 : 200) - within.length * 0.1
  let score = 0
  let from = 0
  let before = -2
  for (const letter of wanted) {
    const at = within.indexOf(letter, from)
    if (at < 0) return null
    score += at === before + 1 ? 8 : isWordStart(within, at) ? 6 : 1
    before = at
    from = at + 1
  }
  return score - within.length * 0.1
}

/** Keeps what fits, best first; with an empty query keeps everything in its order. */
export function fuzzyFilter<Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => string
): readonly Item[] {
  if (query.trim() === '') return items
  return items
    .map((item) => ({ item, score: fuzzyScore(query, textOf(item)) }))
    .filter((found): found is { item: Item; score: number } => found.score !== null)
    .sort((a, b) => b.score - a.score)
    .map((found) => found.item)
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1))
}

/** Accents don't matter to who types fast: "limite" finds "límite". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
