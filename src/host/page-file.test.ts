import path from 'node:path'
import { expect, test } from 'vitest'
import { findPageFile, pageFilePath } from './page-file.ts'

const root = path.resolve('/page')

test('an address is a file of the page, and a place in the page is the page', () => {
  expect(pageFilePath(root, '/assets/index-1.js')).toBe(path.join(root, 'assets/index-1.js'))
  expect(pageFilePath(root, '/')).toBe(path.join(root, 'index.html'))
  expect(pageFilePath(root, '/case/7')).toBe(path.join(root, 'index.html'))
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/a/../../secret.txt',
  '/%00.js',
  '/%zz.js'
])('[SH13] %s leads nowhere', (address) => {
  expect(pageFilePath(root, address)).toBeUndefined()
})

test('[SH1] a file goes out with the content policy', async () => {
  const file = await findPageFile(import.meta.dirname, '/page-file.test.ts')
  expect(file?.headers['content-security-policy']).toContain("default-src 'none'")
  expect(file?.headers['x-content-type-options']).toBe('nosniff')
  expect(await findPageFile(import.meta.dirname, '/missing.js')).toBeUndefined()
})
