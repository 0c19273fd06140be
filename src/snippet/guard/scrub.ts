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
const BETWEEN = '[\\s\\p{Cf}\\p{Pd}.·_/|,]'
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

/** Every run of 13 to 19 digits within a longer one that a card number may be; a long number of something else has none, mostly. */
function cards(text: string): Stretch[] {
  return matches(text, NUMBER).flatMap(({ from, to }) => cardsWithin(text, from, to))
}

function cardsWithin(text: string, from: number, to: number): Stretch[] {
  const digits: { readonly value: number; readonly at: number; readonly length: number }[] = []
  for (let at = from; at < to; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (DIGIT.test(letter)) digits.push({ value: digitValue(letter), at, length: letter.length })
    at += letter.length
  }
  const found: Stretch[] = []
  for (let start = 0; start + 13 <= digits.length; start += 1) {
    for (const size of [19, 18, 17, 16, 15, 14, 13]) {
      const run = digits.slice(start, start + size)
      const [first, last] = [run[0], run.at(-1)]
      if (run.length < size || !first || !last || !isCard(run.map(({ value }) => value))) continue
      found.push({ from: first.at, to: last.at + last.length })
      break
    }
  }
  return found
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
