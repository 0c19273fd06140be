import { expect, test } from 'vitest'
import { FIRST_PLACE, placeFrom } from './place.ts'

const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }]

test('[SH6] a window comes back where it stood', () => {
  const place = { box: { x: 100, y: 50, width: 1200, height: 800 }, maximized: true }
  expect(placeFrom(place, screens)).toEqual(place)
})

test('[SH6] a window whose screen is gone keeps its size only', () => {
  const place = { box: { x: 3000, y: 50, width: 1200, height: 800 }, maximized: false }
  expect(placeFrom(place, screens)).toEqual({ box: { width: 1200, height: 800 }, maximized: false })
})

test('[SH6] a place that makes no sense is forgotten', () => {
  expect(placeFrom({ box: { x: 'left' } }, screens)).toEqual(FIRST_PLACE)
  expect(placeFrom({}, screens)).toEqual(FIRST_PLACE)
})
