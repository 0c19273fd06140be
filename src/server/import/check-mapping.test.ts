import { expect, test } from 'vitest'
import { missingColumns, shownColumns, unknownPlaces } from './check-mapping.ts'
import { refusalInEnglish } from './english.ts'
import { desk } from './fixtures/desk.ts'
import { LIST, LOG, mappingOf } from './fixtures/mappings.ts'

test('[IM3] a column that is not there, or there twice, is named with its key', () => {
  expect(missingColumns(mappingOf(LIST), ['id', 'id', 'what', 'begun', 'closed', 'state'])).toEqual([
    { path: 'columns.externalId', why: { code: 'column-twice', column: 'id', times: 2 } },
    { path: 'columns.openedAt', why: { code: 'column-missing', column: 'opened' } }
  ])
})

test('[IM3] a file read the wrong way, as one endless column, does not fill the screen', () => {
  expect(shownColumns(['x'.repeat(10_000)])).toEqual([`${'x'.repeat(59)}…`])
  const many = shownColumns(Array.from({ length: 500 }, (_, index) => `c${index}`))
  expect([many.length, many.at(-1)]).toEqual([41, '…'])
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
  expect(answer).toMatchObject({
    error: { looksLike: ';', columns: ['id;what;opened;closed;state'], problems: expect.any(Array) }
  })
  expect(answer.ok ? '' : refusalInEnglish(answer.error)).toContain('the file seems to be separated by ";"')
})

test('[IM3] the columns of the file are said once, however many are missing', async () => {
  using at = desk()
  const answer = await at.run(at.file('other.csv', 'first,second\n1,2\n'), mappingOf(LIST))
  const said = answer.ok ? '' : refusalInEnglish(answer.error)
  expect(said.match(/is not in the file/g)?.length).toBeGreaterThan(2)
  expect(said.match(/the file has: first, second/g)).toHaveLength(1)
})

test('[IM6] queues and categories the house does not have are refused with their keys', () => {
  const mapping = mappingOf({ ...LOG, defaults: { ...LOG.defaults, category: 'plumbing' } })
  expect(unknownPlaces(mapping, { queues: ['L1/front', 'L2/technical'], categories: ['other'] })).toEqual({
    type: 'BadMapping',
    problems: [
      { path: 'values.queue.map.core', why: { code: 'no-such-queue', queue: 'L3/core' } },
      { path: 'values.status.map.Vendor.queue', why: { code: 'no-such-queue', queue: 'L4/vendor' } },
      { path: 'defaults.category', why: { code: 'no-such-category', category: 'plumbing' } }
    ],
    queues: ['L1/front', 'L2/technical'],
    categories: ['other']
  })
})

test('[IM6] a mapping to a queue that does not exist is refused before the file is opened', async () => {
  using at = desk()
  const mapping = mappingOf({ ...LIST, defaults: { ...LIST.defaults, queue: 'L2/nowhere' } })
  expect(await at.run('/there/is/no/such/file.csv', mapping)).toMatchObject({
    ok: false,
    error: { type: 'BadMapping', problems: [{ path: 'defaults.queue' }] }
  })
})
