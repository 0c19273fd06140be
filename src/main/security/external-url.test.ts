import { expect, test } from 'vitest'
import { externalUrl } from './external-url.ts'

test('[SH3] web and mail addresses go out', () => {
  expect(externalUrl('https://example.com/a?b=c#d')).toBe('https://example.com/a?b=c#d')
  expect(externalUrl('http://example.com')).toBe('http://example.com/')
  expect(externalUrl('mailto:ana@example.com?subject=Case%207')).toBe(
    'mailto:ana@example.com?subject=Case%207'
  )
})

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,hello',
  'smb://host/share',
  'ms-msdt:/id',
  'app://console/',
  'https://bank.example@evil.example/',
  'mailto:ana@example.com?attach=/etc/passwd',
  '//example.com',
  'example.com',
  '',
  `https://example.com/${'a'.repeat(3000)}`
])('[SH3] %s stays in', (address) => {
  expect(externalUrl(address)).toBeUndefined()
})
