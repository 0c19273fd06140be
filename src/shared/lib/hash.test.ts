import { hash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { canonical, hashOf, hashWith, plainSha256 } from './hash.ts'

afterEach(() => hashWith(plainSha256))

test('[SY18] what a runtime brings along for hashing comes to the same as what every machine has', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 200 }))
  fc.assert(fc.property(texts, (text) => hash('sha256', text) === plainSha256(text)))
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      hashWith(plainSha256)
      const plain = hashOf(value)
      hashWith((text) => hash('sha256', text))
      expect(hashOf(value)).toBe(plain)
    })
  )
})

test('[SY18] a letter that is half of one is written out, so it has the same hash everywhere', () => {
  const half = { text: 'a\ud83d', '\udc4d': 1 }
  expect(canonical(half)).toBe('{"text":"a\\ud83d","\\udc4d":1}')
  const plain = hashOf(half)
  hashWith((text) => hash('sha256', text))
  expect(hashOf(half)).toBe(plain)
})

test('[SY18] keys stand in one order, whatever they are called', () => {
  const odd = JSON.parse('{"b":1,"__proto__":{"z":1,"10":2,"9":3},"B":[],"":{}}')
  expect(canonical(odd)).toBe('{"":{},"B":[],"__proto__":{"10":2,"9":3,"z":1},"b":1}')
})
