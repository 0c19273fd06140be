/** What stands for a secret in a text: of one length whatever it hid, so that the length says nothing. */
export const MASK = '••••'

/** A stretch of a text, from its first character up to and without its end. */
export type Stretch = { readonly from: number; readonly to: number }

/**
 * Where secrets that show by their shape stand in a text, in order and apart from each other: card numbers (Luhn), bank accounts (IBAN),
 * social security numbers of the US, tokens (JWT, and long keys), whatever separates their groups.
 */
export function secretsIn(text: string): Stretch[] {
  const found = [
    ...cards(text),
    ...ibans(text),
    ...matches(text, SSN),
    ...matches(text, JWT),
    ...matches(text, KEY)
  ]
  found.sort((a, b) => a.from - b.from)
  const apart: Stretch[] = []
  for (const one of found) {
    const last = apart.at(-1)
    if (last && one.from < last.to)
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, one.to) }
    else apart.push(one)
  }
  return apart
}

/** The text with each of its secrets replaced by a mask. */
export function scrub(text: string): string {
  return cutOut(text, secretsIn(text))
}

/** The text with these stretches, which are in order and apart, replaced by masks. */
export function cutOut(text: string, stretches: readonly Stretch[]): string {
  let out = ''
  let at = 0
  for (const { from, to } of stretches) {
    out += text.slice(at, from) + MASK
    at = to
  }
  return out + text.slice(at)
}

/** Digits in other scripts and full width count as the digit they are. */
const DIGIT = /\p{Nd}/u
/** What may stand between the groups of a number, seen or not. */
/** Between two texts that stand one after the other on the page. */
export const SEAM = '\u0001'
const BETWEEN = '[\\s\\p{Cf}\\p{Pd}.·_/|,\\u0001]'
const NUMBER = new RegExp(`\\p{Nd}(?:${BETWEEN}{0,3}\\p{Nd}){11,}`, 'gu')
const SSN =
  /(?<!\d)(?!000|666|9\d\d)\d{3}[-\s\u2010-\u2015](?!00)\d{2}[-\s\u2010-\u2015](?!0000)\d{4}(?!\d)/gu
const JWT = /\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/gu
/** A prefix that says what it is, as services give to their keys. */
const KEY = /\b(?:sk|pk|rk|ghp|gho|xox[abp]|AKIA|AIza|glpat)[-_]?[A-Za-z0-9_-]{16,}/gu
const IBAN = new RegExp(`\\b[A-Z]{2}\\d{2}(?:${BETWEEN}{0,2}[A-Z0-9]){11,30}`, 'gu')

function matches(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length
  }))
}

type Digit = { readonly value: number; readonly at: number; readonly to: number }

/**
 * Numbers of cards, by their check digit and by how people write them: in one piece, in groups of one size with a shorter last one, or in the
 * groups of Amex and Diners. A row of prices has groups of all sizes and is none.
 */
function cards(text: string): Stretch[] {
  return matches(text, NUMBER).flatMap(({ from, to }) => {
    const groups = groupsOf(text, from, to)
    return [...groups.flatMap(cardsInOne), ...cardsInGroups(groups)]
  })
}

function groupsOf(text: string, from: number, to: number): Digit[][] {
  const groups: Digit[][] = []
  let isOpen = false
  for (let at = from; at < to; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const next = at + letter.length
    const isDigit = DIGIT.test(letter)
    if (isDigit && !isOpen) groups.push([])
    if (isDigit) groups.at(-1)?.push({ value: digitValue(letter), at, to: next })
    isOpen = isDigit
    at = next
  }
  return groups
}

/** Also within a longer number, which may be one with something else right beside it. */
function cardsInOne(digits: readonly Digit[]): Stretch[] {
  const found: Stretch[] = []
  for (let start = 0; start + SHORTEST <= digits.length; start += 1)
    for (let size = Math.min(LONGEST, digits.length - start); size >= SHORTEST; size -= 1) {
      const card = cardOf(digits.slice(start, start + size))
      if (!card) continue
      found.push(card)
      break
    }
  return found
}

function cardsInGroups(groups: readonly Digit[][]): Stretch[] {
  const found: Stretch[] = []
  for (let first = 0; first < groups.length; first += 1) {
    const some: Digit[][] = []
    for (const group of groups.slice(first, first + LONGEST)) {
      some.push(group)
      const digits = some.flat()
      if (digits.length > LONGEST) break
      const card =
        some.length > 1 && digits.length >= SHORTEST && isWrittenSo(some) ? cardOf(digits) : undefined
      if (card) found.push(card)
    }
  }
  return found
}

const SHORTEST = 13
const LONGEST = 19
const OTHERS: ReadonlySet<string> = new Set(['4 6 5', '4 6 4'])

function isWrittenSo(groups: readonly Digit[][]): boolean {
  const sizes = groups.map(({ length }) => length)
  const [size = 0] = sizes
  const last = sizes.at(-1) ?? 0
  return OTHERS.has(sizes.join(' ')) || (last <= size && sizes.slice(0, -1).every((one) => one === size))
}

function cardOf(digits: readonly Digit[]): Stretch | undefined {
  const [first, last] = [digits[0], digits.at(-1)]
  return first && last && isCard(digits.map(({ value }) => value))
    ? { from: first.at, to: last.to }
    : undefined
}

/** Decimal digits of every script come in runs of ten that begin with their zero. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return code - 0x30
  let zero = code
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1
  return code - zero
}

/** By Luhn's check digit (ISO/IEC 7812-1), and by how the numbers of cards begin. */
function isCard(digits: readonly number[]): boolean {
  const [first = 0] = digits
  if (first < 2 || first > 6 || new Set(digits).size < 2) return false
  let sum = 0
  for (const [place, digit] of digits.toReversed().entries()) {
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** By the check digits of ISO 13616: the number with its first four moved to the end, letters as numbers, leaves 1 over 97. */
function ibans(text: string): Stretch[] {
  return matches(text, IBAN).flatMap(({ from, to }) => {
    for (let end = to; end >= from + 15; end -= 1) {
      const plain = text.slice(from, end).replace(/[^A-Z0-9]/g, '')
      if (plain.length < 15) break
      if (/[A-Z0-9]/.test(text[end - 1] ?? '') && isIban(plain)) return [{ from, to: end }]
    }
    return []
  })
}

function isIban(plain: string): boolean {
  let rest = 0
  for (const letter of plain.slice(4) + plain.slice(0, 4)) {
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}
