import { expect, test } from 'vitest'
import { missingColumns, unknownPlaces } from './check-mapping.ts'
import { desk } from './fixtures/desk.ts'
import { LIST, LOG, mappingOf } from './fixtures/mappings.ts'
import { importRefusalText } from './refusal.ts'

test('[IM3] a column that is not there, or there twice, is named with its key and the columns of the file', () => {
  expect(missingColumns(mappingOf(LIST), ['id', 'id', 'what', 'begun', 'closed', 'state'])).toEqual([
    {
      path: 'columns.externalId',
      message: "column 'id' stands 2 times in the file; the file has: id, id, what, begun, closed, state"
    },
    {
      path: 'columns.openedAt',
      message: "column 'opened' is not in the file; the file has: id, id, what, begun, closed, state"
    }
  ])
})

test('[IM3] a file read the wrong way, as one endless column, does not fill the screen', () => {
  const [problem] = missingColumns(mappingOf(LIST), ['x'.repeat(10_000)])
  expect(problem?.message.length).toBeLessThan(600)
})

test('[IM3] columns inside texts and attributes count too', () => {
  const mapping = mappingOf({ ...LIST, attributes: { place: 'where' } })
  const paths = missingColumns(mapping, ['id', 'opened', 'closed', 'state']).map(({ path }) => path)
  expect(paths).toEqual(['columns.subject', 'attributes.place'])
})

test('[IM3] a file with other columns is refused, and nothing of it is kept', async () => {
  using at = desk()
  const answer = await at.run(at.file('other.csv', 'a,b\n1,2\n'), mappingOf(LIST))
  expect(answer).toMatchObject({ ok: false, error: { type: 'MissingColumns' } })
  expect(at.leftovers()).toEqual([])
})

test('[IM3] a file with another delimiter is told so', async () => {
  using at = desk()
  const file = at.file('semicolon.csv', 'id;what;opened;closed;state\n1;x;2026-01-01 10:00;;open\n')
  const answer = await at.run(file, mappingOf(LIST))
  expect(answer.ok ? '' : importRefusalText(answer.error)).toContain('the file seems to be separated by ";"')
})

test('[IM6] queues and categories the house does not have are refused with their keys', () => {
  const mapping = mappingOf({ ...LOG, defaults: { ...LOG.defaults, category: 'plumbing' } })
  expect(unknownPlaces(mapping, { queues: ['L1/front', 'L2/technical'], categories: ['other'] })).toEqual([
    {
      path: 'values.queue.map.core',
      message: "queue 'L3/core' does not exist; there are: L1/front, L2/technical"
    },
    {
      path: 'values.status.map.Vendor.queue',
      message: "queue 'L4/vendor' does not exist; there are: L1/front, L2/technical"
    },
    { path: 'defaults.category', message: "category 'plumbing' does not exist; there are: other" }
  ])
})

test('[IM6] a mapping to a queue that does not exist is refused before the file is opened', async () => {
  using at = desk()
  const mapping = mappingOf({ ...LIST, defaults: { ...LIST.defaults, queue: 'L2/nowhere' } })
  expect(await at.run('/there/is/no/such/file.csv', mapping)).toMatchObject({
    ok: false,
    error: { type: 'BadMapping', problems: [{ path: 'defaults.queue' }] }
  })
})
