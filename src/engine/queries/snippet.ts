/** Marks around a hit in a snippet: private-use characters, so that nothing a customer wrote can look like one. */
export const HIT_START = '\ue000'
export const HIT_END = '\ue001'

const BEFORE = 60
const LENGTH = 160

/**
 * For the words of one question: about 160 characters of a text around its first hit, with every hit between the marks.
 * Words are hits as the index takes them: whole, with or without accents, the last one also begun.
 */
export function snipperOf(terms: readonly string[]): (text: string) => string {
  const nextHit = finderOf(terms)
  return (text) => {
    const whole = text.normalize('NFC')
    const start = Math.max(0, (nextHit(whole, 0)?.start ?? 0) - BEFORE)
    const piece = whole.slice(start, start + LENGTH).replace(/[\s\ue000-\uf8ff]+/g, ' ')
    return `${start > 0 ? '…' : ''}${marked(piece, nextHit)}${start + LENGTH < whole.length ? '…' : ''}`
  }
}

type Hit = { readonly start: number; readonly end: number }
type Finder = (text: string, from: number) => Hit | undefined

function marked(piece: string, nextHit: Finder): string {
  let done = 0
  let out = ''
  for (let hit = nextHit(piece, 0); hit; hit = nextHit(piece, hit.end)) {
    out += `${piece.slice(done, hit.start)}${HIT_START}${piece.slice(hit.start, hit.end)}${HIT_END}`
    done = hit.end
  }
  return out + piece.slice(done)
}

// Compiled once: a class of all letters takes most of a millisecond, and every question is a new one.
const REST_OF_WORD = /[\p{L}\p{N}\p{M}]*/uy
const ENDS_IN_LETTER = /[\p{L}\p{N}\p{M}]$/u
const ACCENTS = /\p{M}/gu

/** Looks for the letters of the question, which is quick, and then at the word they stand in, which is right. */
function finderOf(terms: readonly string[]): Finder {
  const words = terms.map(plain)
  const begun = words.at(-1) ?? ''
  const isMeant = (word: string): boolean => word.startsWith(begun) || words.includes(word)
  const letters = new RegExp(words.map(anySpelling).join('|'), 'giu')
  return (text, from) => {
    letters.lastIndex = from
    for (let found = letters.exec(text); found; found = letters.exec(text)) {
      const start = found.index
      REST_OF_WORD.lastIndex = start
      const word = REST_OF_WORD.exec(text)?.[0] ?? ''
      letters.lastIndex = start + Math.max(1, word.length)
      if (ENDS_IN_LETTER.test(text.slice(Math.max(0, start - 2), start))) continue
      if (isMeant(word.toLowerCase()) || isMeant(plain(word))) return { start, end: start + word.length }
    }
    return undefined
  }
}

function plain(word: string): string {
  return word.normalize('NFD').replace(ACCENTS, '').toLowerCase()
}

function anySpelling(word: string): string {
  return [...word].map((letter) => SPELLINGS.get(letter) ?? letter).join('')
}

/** Each plain letter as a class of all the ways it is written, as `[eèéêë…]`. */
const SPELLINGS = spellings()

function spellings(): ReadonlyMap<string, string> {
  const accented = [...Array(0x24f - 0xc0).keys()].map((code) => String.fromCharCode(code + 0xc0))
  const ways = new Map<string, string>()
  for (const letter of accented.filter((one) => one === one.toLowerCase())) {
    const base = letter.normalize('NFD').charAt(0)
    if (base !== letter) ways.set(base, (ways.get(base) ?? base) + letter)
  }
  return new Map([...ways].map(([base, all]) => [base, `[${all}]`]))
}
