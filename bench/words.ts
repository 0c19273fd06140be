import type { Random } from '../test/support/random.ts'

const STARTS = ['b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'br', 'cr', 'pr', 'st', 'tr']
const MIDDLES = ['a', 'e', 'i', 'o', 'u', 'ia', 'ue', 'á', 'é']
const VOCABULARY = 8_000

/** Made-up words, used as often as words are: a few all the time, most hardly ever. */
export function makeWords(dice: Random): {
  readonly vocabulary: readonly string[]
  text(from: number, to: number): string
} {
  const syllable = (): string => dice.pick(STARTS) + dice.pick(MIDDLES)
  const made = new Set<string>()
  while (made.size < VOCABULARY) made.add(Array.from({ length: 1 + dice.below(4) }, syllable).join(''))
  const vocabulary = [...made]
  const word = (): string => vocabulary[Math.floor(VOCABULARY ** dice.next()) - 1] ?? 'ba'
  return {
    vocabulary,
    text(from, to) {
      const length = from + dice.below(to - from)
      let text = word()
      while (text.length < length) text += (dice.chance(0.1) ? '. ' : ' ') + word()
      return text
    }
  }
}
