import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markOf, minus, plus } from './scope-sum.ts'

test('[SY29] adding and taking away in any order comes to the same, and leaves nothing behind', () => {
  const marks = fc.array(fc.tuple(fc.uuid(), fc.integer({ min: 1, max: 500 })), { maxLength: 30 })
  fc.assert(
    fc.property(marks, fc.integer(), (cases, by) => {
      const all = cases.map(([id, ver]) => markOf(id, ver))
      const turned = [...all.slice(Math.abs(by) % 7), ...all.slice(0, Math.abs(by) % 7)]
      const sum = all.reduce(plus, 0)
      expect(turned.reduce(plus, 0)).toBe(sum)
      expect(sum).toBeLessThan(2 ** 48)
      expect(all.reduce(minus, sum)).toBe(0)
    })
  )
})

test('[SY29] cases and versions that are near each other have marks that are not', () => {
  const marks = new Set<number>()
  for (let n = 0; n < 400; n += 1) for (let ver = 1; ver <= 50; ver += 1) marks.add(markOf(`case-${n}`, ver))
  expect(marks.size).toBe(400 * 50)
  const high = [...marks].map((mark) => Math.floor(mark / 2 ** 40))
  expect(new Set(high).size).toBe(256)
})
