import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { anyMatrix } from '../../test/support/any-matrix.ts'
import { matrix } from '../../test/support/cases.ts'
import { matrixJsonSchema } from './json-schema.ts'

const PUBLISHED = 'resources/schemas/tierline-matrix-2.schema.json'

/** Every field with its words, wherever it stands. */
function fieldsOf(value: unknown, path = ''): { path: string; description: unknown }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'properties'
      ? Object.entries(one as Record<string, { description?: unknown }>).flatMap(([name, field]) => [
          { path: `${path}.${name}`, description: field.description },
          ...fieldsOf(field, `${path}.${name}`)
        ])
      : fieldsOf(one, path)
  )
}

test('[MX45] what is published is what is checked: run node scripts/matrix-schema.ts', () => {
  expect(JSON.parse(readFileSync(PUBLISHED, 'utf8'))).toEqual(matrixJsonSchema())
})

test('[MX45] every field of the schema says what it is for', () => {
  const fields = fieldsOf(matrixJsonSchema())
  expect(fields.length).toBeGreaterThan(100)
  expect(fields.filter(({ description }) => !description).map(({ path }) => path)).toEqual([])
})

test('[MX45] any program can check a file by it: it takes what we take, and refuses what we refuse', async () => {
  const ajv = { customOptions: { removeAdditional: false, coerceTypes: false, strict: false } } as const
  const app = Fastify({ ajv })
  const { $id: _id, ...body } = matrixJsonSchema()
  app.post('/', { schema: { body } }, () => 'yes')
  await app.ready()
  const status = async (payload: unknown) => {
    const sent = { method: 'POST' as const, url: '/', payload: JSON.stringify(payload) }
    return (await app.inject({ ...sent, headers: { 'content-type': 'application/json' } })).statusCode
  }
  const { version, author, reason, ...bare } = matrix()
  expect(await status(bare)).toBe(200)
  for (const doc of fc.sample(anyMatrix, 20)) expect(await status(doc)).toBe(200)
  const [row] = matrix().functional
  const bad = [
    { ...matrix(), surprise: 1 },
    { ...matrix(), currency: 'euro' },
    { ...matrix(), riskShare: '0.5' },
    { ...matrix(), format: 'tierline.matrix/9' },
    { ...matrix(), functional: [{ ...row, package: ['luck'] }] },
    { ...matrix(), functional: [{ ...row, acceptMinutes: 0 }] },
    { ...matrix(), functional: Array.from({ length: 1_001 }, () => row) }
  ]
  for (const doc of bad) expect(await status(doc)).toBe(400)
  await app.close()
})
