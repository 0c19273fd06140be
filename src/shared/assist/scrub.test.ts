import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MASK, scrub } from './scrub.ts'

/** Numbers that issuers publish for tests. */
const CARDS = [
  '4111111111111111',
  '5555555555554444',
  '378282246310005',
  '6011111111111117',
  '30569309025904',
  '4222222222222',
  '6304000000000000000'
]
const IBANS = [
  'DE89370400440532013000',
  'ES9121000418450200051332',
  'IT60X0542811101000000123456',
  'GB82WEST12345698765432',
  'MT84MALT011000012345MTLCAST001S'
]

describe('[AV17] what shows by its shape is masked', () => {
  test.each(CARDS)('the card %s, however its groups are written', (card) => {
    const groups = card.match(/.{1,4}/g) ?? []
    const written = [
      card,
      ...[' ', '-', '.', '\u00a0', '\u200b', ' - ', '\n', '/', '\u2011', '_'].map((sign) => groups.join(sign))
    ]
    for (const one of written) {
      expect(scrub(`paid with ${one} today`)).toBe(`paid with ${MASK} today`)
      expect(scrub(`Nr.${one}.`)).toBe(`Nr.${MASK}.`)
    }
  })
  test('a card in the digits of another script, and one beside other digits', () => {
    const arabic = [...'4111111111111111']
      .map((digit) => String.fromCodePoint(0x660 + Number(digit)))
      .join('')
    const wide = [...'4111111111111111'].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    for (const one of [arabic, wide]) expect(scrub(`x ${one} y`)).toBe(`x ${MASK} y`)
    expect(scrub('order 77 4111111111111111')).not.toContain('411111')
    expect(scrub('4111111111111111 12/29 123')).not.toContain('4111')
  })
  test.each(IBANS)('the account %s', (iban) => {
    const groups = (iban.match(/.{1,4}/g) ?? []).join(' ')
    expect(scrub(`to ${iban}, please`)).toBe(`to ${MASK}, please`)
    expect(scrub(`to ${groups}, please`)).toBe(`to ${MASK}, please`)
  })
  test.each([
    '078-05-1120',
    '078 05 1120',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl',
    'sk_live_abcdefghijklmnop1234',
    'ghp_abcdefghijklmnopqrstuvwx1234',
    'AKIAABCDEFGHIJKLMNOP'
  ])('%s', (secret) => {
    expect(scrub(`it is ${secret} .`)).toBe(`it is ${MASK} .`)
  })
})

test.each([
  'Order 20261122-0815 arrives on 24 November',
  'Call 0800 123 456 between 9 and 17',
  'Total 1,234.56 for 3 of 12',
  '1111111111111111',
  'Lamp 2 x 37.50 = 75.00, shade 4 x 12.25 = 49.00, delivery 5.95, sum 129.95',
  '4.5 2.25 41 4111 1 111 1.11 111 1.1 1',
  'Since 2019, 2020 and 2021; rooms 4100, 4101',
  'T-25785 and N-95E2C4',
  'Model ES91-2100 costs 99'
])('[AV17] what is no secret stays: %s', (text) => {
  expect(scrub(text)).toBe(text)
})

/** A number that a card may have, with its check digit. */
const card = fc
  .tuple(
    fc.constantFrom('4', '51', '55', '37', '6011', '62'),
    fc.stringMatching(/^\d{14}$/),
    fc.integer({ min: 13, max: 19 })
  )
  .map(([begin, rest, length]) => {
    const body = (begin + rest + rest).slice(0, length - 1)
    for (let digit = 0; digit < 10; digit += 1) {
      let sum = 0
      for (const [place, one] of [...`${body}${digit}`].toReversed().entries()) {
        const value = Number(one) * (place % 2 === 1 ? 2 : 1)
        sum += value > 9 ? value - 9 : value
      }
      if (sum % 10 === 0) return `${body}${digit}`
    }
    return body
  })
  .filter((digits) => new Set(digits).size > 1)

test('[AV17] of no card in any text ten digits in a row come through, and masking twice changes nothing more', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30 }),
      card,
      fc.constantFrom('', ' ', '-', '\u00a0'),
      fc.string({ maxLength: 30 }),
      (before, digits, sign, after) => {
        const written = (digits.match(/.{1,4}/g) ?? []).join(sign)
        const text = scrub(`${before.replace(/\d/g, 'x')} ${written} ${after.replace(/\d/g, 'x')}`)
        expect(text.replace(/\D/g, '')).not.toContain(digits.slice(0, 10))
        expect(scrub(text)).toBe(text)
      }
    )
  )
})
