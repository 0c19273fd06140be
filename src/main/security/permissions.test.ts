import { expect, test } from 'vitest'
import { isAllowed } from './permissions.ts'

const page = 'app://console/'

test('[SH2] the page may notify and copy, and nothing else', () => {
  const asked = [
    'notifications',
    'clipboard-sanitized-write',
    'clipboard-read',
    'media',
    'geolocation',
    'display-capture',
    'hid',
    'openExternal'
  ]
  expect(asked.filter((permission) => isAllowed(permission, page, page))).toEqual([
    'notifications',
    'clipboard-sanitized-write'
  ])
})

test('[SH2] another page may not even notify', () => {
  expect(isAllowed('notifications', 'https://example.com/', page)).toBe(false)
})
