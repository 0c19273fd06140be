import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyMatrix } from '../../../test/support/any-matrix.ts'
import { matrix, queue } from '../../../test/support/cases.ts'
import { canonical } from '../lib/hash.ts'
import { must } from '../lib/must.ts'
import { diffMatrix } from './diff-matrix.ts'
import { Matrix } from './matrix.ts'

const base = matrix()
const { functional, hierarchical, tiers, limits } = base
const [first, second, third] = [
  must(functional[0], 'row'),
  must(functional[1], 'row'),
  must(functional[2], 'row')
]
const diffTo = (over: Record<string, unknown>) => diffMatrix(base, matrix(over))

test('[MX36] the same document has no differences, whoever published it', () => {
  expect(diffTo({ version: 9, author: 'Bo', reason: 'other' })).toEqual({ fields: [], entries: [] })
})

test('[MX36] rows that came, went, changed and moved are told by their id and place', () => {
  const changed = { ...third, acceptMinutes: 90, when: { category: ['bug'] } }
  const fresh = { ...second, id: 'fresh' }
  expect(diffTo({ functional: [fresh, changed, first] }).entries).toEqual([
    { kind: 'removed', list: 'functional', key: 'l1-tech', from: 1 },
    { kind: 'added', list: 'functional', key: 'fresh', to: 0 },
    {
      kind: 'changed',
      list: 'functional',
      key: 'l2-core',
      from: 2,
      to: 1,
      moved: true,
      fields: [
        { path: 'when.category', from: undefined, to: ['bug'] },
        { path: 'acceptMinutes', from: 60, to: 90 }
      ]
    }
  ])
})

test('[MX36] one row pulled to the front is one that moved', () => {
  expect(diffTo({ functional: [third, first, second] }).entries).toEqual([
    { kind: 'changed', list: 'functional', key: 'l2-core', from: 2, to: 0, moved: true, fields: [] }
  ])
})

test('[MX36] everything else of a document is compared too', () => {
  const [ask, ...others] = hierarchical
  const step = { approver: { person: 'cfo' }, minutes: 60, onTimeout: { do: 'next' } }
  const [l1, ...above] = tiers
  const text = { en: 'x' }
  const message = {
    empathy: text,
    done: text,
    fault: text,
    serious: text,
    contact: text,
    next: text,
    apology: text
  }
  const { fields, entries } = diffTo({
    name: 'Other',
    riskShare: 0.5,
    message,
    tiers: [
      { ...l1, name: { en: 'First' }, teams: [...must(l1, 'tier').teams, { id: 'new', name: text }] },
      ...above
    ],
    hierarchical: [{ ...ask, chain: [step] }, ...others],
    limits: [...limits.slice(1), { ...limits[0], perCaseMinor: 1 }],
    delegates: [{ of: 'ana', to: 'ben', when: 'away' }],
    special: [
      {
        id: 's',
        reason: 'vip',
        tiers: ['L1'],
        when: {},
        to: queue('L2/tech'),
        package: ['need'],
        acceptMinutes: 1,
        resolveMinutes: 2
      }
    ]
  })
  expect(fields.map(({ path }) => path)).toEqual(['name', 'riskShare', 'message'])
  const told = entries.map(
    (one) => `${one.kind} ${one.list} ${one.key} ${'fields' in one ? one.fields.map(({ path }) => path) : ''}`
  )
  expect(told).toEqual([
    'changed tiers L1 name.en',
    'added tiers.L1.teams new ',
    'added special s ',
    'changed hierarchical refund-200 chain.0.approver.role,chain.0.approver.person',
    'changed limits refund L1 perCaseMinor',
    'added delegates ana ben '
  ])
})

test('[MX36] a draft with the same id twice is compared all the same', () => {
  expect(diffTo({ functional: [first, second, third, first] }).entries).toEqual([
    { kind: 'added', list: 'functional', key: 'l1-billing #2', to: 3 }
  ])
})

test('[MX36] whatever the documents: no difference is missed, none made up, and what stayed keeps its order', () => {
  const unordered = (entries: readonly unknown[]) => entries.map(canonical).sort()
  const told = ({ version: _v, author: _a, reason: _r, ...rest }: Matrix) =>
    canonical({
      ...rest,
      limits: unordered(rest.limits),
      delegates: unordered(rest.delegates),
      sla: unordered(rest.sla)
    })
  fc.assert(
    fc.property(anyMatrix, anyMatrix, (a, b) => {
      expect(diffMatrix(a, a)).toEqual({ fields: [], entries: [] })
      const mixed = Matrix.parse({ ...a, functional: [...b.functional, ...[...a.functional].reverse()] })
      for (const other of [b, mixed]) {
        const { fields, entries } = diffMatrix(a, other)
        if (told(a) !== told(other)) expect(fields.length + entries.length).toBeGreaterThan(0)
        const gone = new Set(
          entries.flatMap((one) =>
            one.kind === 'removed' || (one.kind === 'changed' && one.moved) ? `${one.list} ${one.key}` : []
          )
        )
        const places = (of: Matrix) => numbered(of).filter((key) => !gone.has(`functional ${key}`))
        const added = new Set(
          entries.flatMap((one) => (one.kind === 'added' && one.list === 'functional' ? one.key : []))
        )
        expect(places(other).filter((key) => !added.has(key))).toEqual(places(a))
      }
    }),
    { numRuns: 30 }
  )
}, 60_000)

/** The ids of the functional rows, the second of the same name with its number. */
function numbered({ functional: rows }: Matrix): string[] {
  return rows.map(({ id }, at) => {
    const count = rows.slice(0, at + 1).filter((row) => row.id === id).length
    return count === 1 ? id : `${id} #${count}`
  })
}
