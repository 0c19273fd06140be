import { must } from '../../../src/shared/lib/must.ts'
import { queue } from '../cases.ts'
import { change, functional, moneyRow, type Planted } from './planted.ts'

/** Rows that never get their turn. */
export const shadows: readonly Planted[] = [
  {
    fault: 'a row that one row before it shadows',
    plant: functional({ when: { category: ['bill'], priority: ['urgent'] } }),
    finds: [['error', 'shadowed', 'functional/new']],
    values: { by: 'bills' },
    example: { queue: queue('L1/front'), category: 'bill', priority: 'urgent' }
  },
  {
    fault: 'a row that two rows before it shadow together',
    plant: (doc) => {
      const half = must(doc.functional[0], 'row')
      doc.functional = [
        { ...half, id: 'first', when: { category: ['bug'], segment: ['B2B'] } },
        { ...half, id: 'second', when: { category: ['bug'], segment: ['B2C'] } },
        { ...half, id: 'third', when: { category: ['bug'] } },
        ...doc.functional
      ]
    },
    finds: [['error', 'shadowed', 'functional/third']],
    values: { by: 'first, second' }
  },
  {
    fault: 'a functional row all of whose cases a special row takes',
    plant: functional({ when: { flags: ['fraud'] }, to: queue('L3/core') }),
    finds: [['error', 'shadowed', 'functional/new']],
    values: { by: 'fraud' },
    example: { flags: ['fraud'] }
  },
  {
    fault: 'a privacy row after one for more',
    plant: (doc) => {
      doc.privacy = [
        ...doc.privacy,
        { id: 'new', when: { flags: ['public'], segment: ['B2C'] }, to: 'phone' }
      ]
    },
    finds: [['error', 'shadowed', 'privacy/new']],
    values: { by: 'private' },
    example: { channel: 'social', segment: 'B2C', flags: ['public'] }
  },
  {
    fault: 'a money row whose amounts a row before it takes',
    plant: moneyRow({ overMinor: 6_000, upToMinor: 9_000, when: { segment: ['B2B'] } }),
    finds: [['error', 'shadowed', 'hierarchical/new']],
    values: { by: 'some' },
    example: { amountMinor: 6_001, segment: 'B2B' }
  },
  {
    fault: 'a money row whose amounts two rows before it take',
    plant: moneyRow({ overMinor: 15_000, upToMinor: 30_000 }),
    finds: [['error', 'shadowed', 'hierarchical/new']],
    values: { by: 'some, more' }
  },
  {
    fault: 'a second move to the same queue',
    plant: (doc) => {
      const move = must(doc.hierarchical.at(-1), 'row')
      doc.hierarchical = [...doc.hierarchical, { ...move, id: 'again' }]
    },
    finds: [['error', 'shadowed', 'hierarchical/again']],
    values: { by: 'to-core' }
  },
  {
    fault: 'a special row that is for every case',
    plant: (doc) => {
      doc.special = change(doc.special, 'fraud', { when: {} })
    },
    finds: [['error', 'takes_all', 'special/fraud']],
    values: { places: 'L1/front, L1/desk, L2/billing, L2/tech' },
    example: { queue: queue('L1/front'), category: 'bill', flags: [] }
  },
  {
    fault: 'a row whose first kinds a row that is not named takes',
    plant: (doc) => {
      const row = must(doc.functional[0], 'row')
      doc.functional = [
        { ...row, id: 'half', when: { category: ['bug'], priority: ['urgent', 'high'] } },
        { ...row, id: 'whole', when: { category: ['bug'] } },
        { ...row, id: 'none', when: { category: ['bug'], segment: ['B2B'] } },
        ...doc.functional
      ]
    },
    finds: [['error', 'shadowed', 'functional/none']],
    values: { by: 'whole' },
    example: { category: 'bug', priority: 'normal', segment: 'B2B', flags: [] }
  },
  {
    fault: 'a row whose plainest kinds a special row takes',
    plant: (doc) => {
      const vip = { priority: ['urgent' as const], segment: ['B2B' as const] }
      doc.special = [{ ...must(doc.special[0], 'row'), id: 'vip', reason: 'vip', when: vip }, ...doc.special]
      functional({ when: { category: ['bill'], segment: ['B2B'] } })(doc)
    },
    finds: [['error', 'shadowed', 'functional/new']],
    values: { by: 'bills' },
    example: { priority: 'high', segment: 'B2B', flags: [] }
  },
  {
    fault: 'a money row whose first amounts a row that is not named takes',
    plant: (doc) => {
      moneyRow({ overMinor: 6_000, upToMinor: 9_000 })(doc)
      const some = must(
        doc.hierarchical.find(({ id }) => id === 'some'),
        'row'
      )
      doc.hierarchical = [
        { ...some, id: 'little', overMinor: 5_000, upToMinor: 7_000 } as never,
        ...doc.hierarchical
      ]
    },
    finds: [
      ['warning', 'amount_overlap', 'hierarchical/some'],
      ['error', 'shadowed', 'hierarchical/new']
    ],
    example: { amountMinor: 5_001 }
  }
]
