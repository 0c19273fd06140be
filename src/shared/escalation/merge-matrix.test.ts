import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMatrix } from '../../../test/support/any-matrix.ts'
import { matrix } from '../../../test/support/cases.ts'
import { must } from '../lib/must.ts'
import { diffMatrix, isSameMatrix } from './diff-matrix.ts'
import { Matrix } from './matrix.ts'
import { clashKey, mergeMatrix } from './merge-matrix.ts'

const base = matrix({ version: 4 })
const [first, second, third] = [
  must(base.functional[0], 'row'),
  must(base.functional[1], 'row'),
  must(base.functional[2], 'row')
]
const rows = (...functional: readonly unknown[]) => matrix({ version: 4, functional })
const theirs5 = (over: Record<string, unknown>) => matrix({ ...over, version: 5, author: 'Bo' })
const idsOf = ({ functional }: Matrix) => functional.map(({ id }) => id)

test('[MX38] what one side changed stays beside what the other changed, in one row too', () => {
  const { doc, clashes } = mergeMatrix(
    base,
    rows({ ...first, acceptMinutes: 20 }, second, third),
    theirs5({ functional: [{ ...first, resolveMinutes: 500 }, second, { ...third, acceptMinutes: 90 }] })
  )
  expect(clashes).toEqual([])
  expect(doc).toMatchObject({ version: 5, author: 'Bo' })
  expect(doc.functional).toEqual([
    { ...first, acceptMinutes: 20, resolveMinutes: 500 },
    second,
    { ...third, acceptMinutes: 90 }
  ])
})

test('[MX38] both changed one field: mine stands and it is told, or theirs where that is chosen', () => {
  const mine = rows({ ...first, acceptMinutes: 20 }, second, third)
  const theirs = theirs5({
    functional: [{ ...first, acceptMinutes: 25, resolveMinutes: 500 }, second, third]
  })
  const clash = { list: 'functional', key: first.id, fields: ['acceptMinutes'] }
  const merged = mergeMatrix(base, mine, theirs)
  expect(merged.clashes).toEqual([clash])
  expect(merged.doc.functional[0]).toEqual({ ...first, acceptMinutes: 20, resolveMinutes: 500 })
  const yielded = mergeMatrix(base, mine, theirs, new Set([clashKey(clash)]))
  expect(yielded.clashes).toEqual([clash])
  expect(yielded.doc.functional[0]).toEqual({ ...first, acceptMinutes: 25, resolveMinutes: 500 })
})

test('[MX38] a row one side dropped and the other changed is told, a row nobody else touched just goes', () => {
  const mine = rows(first, { ...third, acceptMinutes: 90 })
  const theirs = theirs5({ functional: [second, third] })
  expect(mergeMatrix(base, mine, theirs)).toMatchObject({
    clashes: [],
    doc: { functional: [{ id: third.id }] }
  })
  const clash = { list: 'functional', key: third.id, fields: [] }
  const dropped = theirs5({ functional: [first, second] })
  expect(mergeMatrix(base, mine, dropped).clashes).toEqual([clash])
  expect(idsOf(mergeMatrix(base, mine, dropped).doc)).toEqual([first.id, third.id])
  expect(idsOf(mergeMatrix(base, mine, dropped, new Set([clashKey(clash)])).doc)).toEqual([first.id])
})

test('[MX38] rows keep the order of who moved some, with what the other added after the row it follows there', () => {
  const fresh = { ...second, id: 'fresh' }
  const other = { ...second, id: 'other' }
  const moved = rows(third, first, second)
  const added = theirs5({ functional: [first, fresh, second, third, other] })
  expect(idsOf(mergeMatrix(base, moved, added).doc)).toEqual([
    third.id,
    other.id,
    first.id,
    fresh.id,
    second.id
  ])
  expect(mergeMatrix(base, moved, added).clashes).toEqual([])
  const alsoMoved = theirs5({ functional: [second, first, third] })
  const order = { list: 'functional', key: '', fields: [] }
  expect(mergeMatrix(base, moved, alsoMoved).clashes).toEqual([order])
  expect(idsOf(mergeMatrix(base, moved, alsoMoved, new Set([clashKey(order)])).doc)).toEqual([
    second.id,
    first.id,
    third.id
  ])
})

test('[MX38] teams of one tier, parts of one message and fields of the document go one by one', () => {
  const text = (en: string) => ({ en })
  const message = Object.fromEntries(
    ['empathy', 'done', 'fault', 'serious', 'contact', 'next', 'apology'].map((part) => [part, text(part)])
  )
  const written = matrix({ message })
  const [lowest, ...higher] = written.tiers
  const tier = must(lowest, 'tier')
  const withTeam = (id: string) => [{ ...tier, teams: [...tier.teams, { id, name: text(id) }] }, ...higher]
  const mine = matrix({ message: { ...message, done: text('mine') }, tiers: withTeam('a'), name: 'Mine' })
  const theirs = theirs5({
    message: { ...message, next: text('theirs') },
    tiers: withTeam('b'),
    riskShare: 0.4
  })
  const { doc, clashes } = mergeMatrix(written, mine, theirs)
  expect(clashes).toEqual([])
  expect(doc).toMatchObject({
    name: 'Mine',
    riskShare: 0.4,
    message: { done: text('mine'), next: text('theirs') }
  })
  expect(doc.tiers[0]?.teams.map(({ id }) => id).slice(-2)).toEqual(['a', 'b'])
  const both = theirs5({ message: { ...message, done: text('theirs') }, name: 'Theirs' })
  expect(mergeMatrix(written, mine, both).clashes.map(clashKey)).toEqual([' name', ' message.done'])
  expect(mergeMatrix(written, mine, both, new Set([' message.done'])).doc).toMatchObject({
    name: 'Mine',
    message: { done: text('theirs') }
  })
})

test('[MX38] a list that cannot be empty is taken from one side whole', () => {
  const two = matrix({ sla: base.sla.slice(0, 2) })
  const mine = matrix({ sla: base.sla.slice(0, 1), name: 'Mine' })
  const theirs = theirs5({ sla: base.sla.slice(1, 2) })
  const { doc, clashes } = mergeMatrix(two, mine, theirs)
  expect(clashes.map(clashKey)).toEqual([' '])
  expect(isSameMatrix(doc, mine)).toBe(true)
  expect(isSameMatrix(mergeMatrix(two, mine, theirs, new Set([' '])).doc, theirs)).toBe(true)
})

test('[MX38] where one side changed nothing the other side is the result, and the result is always a matrix', () => {
  fc.assert(
    fc.property(anyMatrix, anyMatrix, anyMatrix, (a, b, c) => {
      expect(diffMatrix(mergeMatrix(a, b, a).doc, b)).toEqual({ fields: [], entries: [] })
      expect(diffMatrix(mergeMatrix(a, a, b).doc, b)).toEqual({ fields: [], entries: [] })
      expect(diffMatrix(mergeMatrix(a, b, b).doc, b)).toEqual({ fields: [], entries: [] })
      const { doc, clashes } = mergeMatrix(a, b, c)
      expect(Matrix.safeParse(doc).success).toBe(true)
      const all = new Set(clashes.map(clashKey))
      expect(Matrix.safeParse(mergeMatrix(a, b, c, all).doc).success).toBe(true)
    }),
    { numRuns: 60 }
  )
})
