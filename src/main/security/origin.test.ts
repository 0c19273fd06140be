import { expect, test } from 'vitest'
import { isOurs, pageUrl } from './origin.ts'

test('[SH4] an address is ours only with our scheme and our host', () => {
  const page = pageUrl(undefined, true)
  const asked = [
    'app://console/',
    'app://console/case/7',
    'app://console.evil/',
    'app://consol',
    'file:///etc/passwd',
    'https://console/',
    'nonsense'
  ]
  expect(asked.map((address) => isOurs(address, page))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false
  ])
})

test('[SH5] a packaged app does not load a development address', () => {
  expect(pageUrl('http://localhost:5173', true)).toBe('app://console/')
  expect(pageUrl('http://localhost:5173', false)).toBe('http://localhost:5173')
  expect(isOurs('http://localhost:51730/', 'http://localhost:5173')).toBe(false)
})
