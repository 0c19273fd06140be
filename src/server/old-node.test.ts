import { expect, test } from 'vitest'
import { oldNode } from './old-node.ts'

test('[SV47] an old Node is told so before a file is opened', () => {
  expect(oldNode({ node: '20.20.2', napi: '9' })).toMatch(/needs Node 22.18.*this is Node 20.20.2/)
  expect(oldNode({ node: '22.18.0', napi: '10' })).toBeUndefined()
  expect(oldNode({ node: process.versions.node, napi: process.versions['napi'] ?? '' })).toBeUndefined()
})
