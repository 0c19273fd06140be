import { expect, test } from 'vitest'
import { pageOf } from './page-of.ts'

test('[IM53] pages follow each other without a gap and end with the last row', () => {
  for (const rows of [1, 199, 200, 201, 400, 1_234]) {
    const pages = []
    for (let number = 0; pages.at(-1)?.isLast !== true; number += 1) pages.push(pageOf(number, rows))
    expect(pages.map(({ from }) => from)).toEqual(pages.map((_, n) => n * 200))
    expect(pages.map(({ to }) => to).slice(0, -1)).toEqual(pages.map(({ from }) => from).slice(1))
    expect([pages[0]?.isFirst, pages.at(-1)?.to]).toEqual([true, rows])
  }
  expect(pageOf(9, 250)).toEqual(pageOf(1, 250))
  expect(pageOf(0, 0)).toEqual({ number: 0, from: 0, to: 0, isFirst: true, isLast: true })
})
