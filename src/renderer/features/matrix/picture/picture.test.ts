import { expect, test } from 'vitest'
import { matrix } from '../../../../../test/support/cases.ts'
import { newRow } from '../new-row.ts'
import { nameLines } from './name-lines.ts'
import { graphOf } from './picture-graph.ts'
import { type Box, layOut } from './picture-layout.ts'

test('[CO14] every team and everybody with authority is a node, and every way a row opens is an edge with its rows', () => {
  const doc = matrix()
  const { nodes, edges } = graphOf(doc)
  expect(nodes.filter((node) => node.kind === 'queue').map((node) => node.id)).toEqual([
    'L1/billing',
    'L1/tech',
    'L2/billing',
    'L2/tech',
    'L3/core'
  ])
  const way = edges.find((edge) => edge.from === 'L1/tech' && edge.to === 'L2/billing')
  expect(way).toMatchObject({ kind: 'functional', rows: [{ list: 'functional', id: 'l1-billing' }] })
  expect(edges.filter((edge) => edge.to === 'L3/core').map((edge) => edge.from)).toEqual([
    'L2/billing',
    'L2/tech'
  ])
  expect(
    edges.some(
      (edge) => edge.kind === 'authority' && edge.from === 'tier:L1' && edge.to === 'role:supervisor'
    )
  ).toBe(true)
})

test('[CO14] a way that no row opens is not drawn: down, to itself, or to a team that is not there', () => {
  const doc = matrix()
  const row = newRow(doc, 'special')
  if (!('reason' in row)) throw new Error('a special row')
  const to = (tier: 'L1' | 'L2', team: string) => ({
    ...doc,
    special: [{ ...row, tiers: ['L2' as const], to: { tier, team } }]
  })
  const ways = (special: typeof doc) => graphOf(special).edges.filter((edge) => edge.kind === 'special')
  expect(ways(to('L1', 'tech'))).toEqual([])
  expect(ways(to('L2', 'billing'))).toEqual([])
  expect(ways(to('L2', 'nowhere'))).toEqual([])
})

test('[CO14] the higher tier stands higher, nothing lies on anything else, and all is inside the picture', () => {
  const doc = matrix()
  const picture = layOut(doc, graphOf(doc))
  const at = (id: string) => picture.nodes.find((node) => node.id === id)?.y ?? Number.NaN
  expect(at('L3/core')).toBeLessThan(at('L2/tech'))
  expect(at('L2/tech')).toBeLessThan(at('L1/billing'))
  for (const [index, one] of picture.nodes.entries()) {
    expect(one.x >= 0 && one.y >= 0).toBe(true)
    expect(one.x + one.width <= picture.width && one.y + one.height <= picture.height).toBe(true)
    for (const other of picture.nodes.slice(index + 1))
      expect(overlap(one, other), `${one.id} ${other.id}`).toBe(false)
  }
  expect(picture.edges).toHaveLength(graphOf(doc).edges.length)
})

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

test('[CO14] a name that is too long for one line has two, and is cut only then', () => {
  expect(nameLines('L2 Billing', 20)).toEqual(['L2 Billing'])
  expect(nameLines('L4 Enlace con proveedores', 20)).toEqual(['L4 Enlace con', 'proveedores'])
  expect(nameLines('L1 Cumplimiento normativo y prevención del fraude', 20)).toEqual([
    'L1 Cumplimiento',
    'normativo y prevenc…'
  ])
  expect(nameLines('Donaudampfschifffahrtsgesellschaft', 20)).toEqual(['Donaudampfschifffah…'])
})
