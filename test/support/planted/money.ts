import { must } from '../../../src/shared/lib/must.ts'
import { change, moneyRow, type Planted, step } from './planted.ts'

/** Faults in ranges, limits and amounts. */
export const money: readonly Planted[] = [
  {
    fault: 'a range without an amount',
    plant: moneyRow({ overMinor: 100_000, upToMinor: 100_000 }),
    finds: [['error', 'empty_range', 'hierarchical/new']],
    values: { over: '1000.00 EUR', upTo: '1000.00 EUR' }
  },
  {
    fault: 'a range without an amount, below which the next row begins',
    plant: (doc) => {
      doc.hierarchical = change(doc.hierarchical, 'some', { upToMinor: 5_000 })
    },
    finds: [['error', 'empty_range', 'hierarchical/some']]
  },
  {
    fault: 'a currency without decimals',
    plant: (doc) => {
      doc.currency = 'JPY'
      moneyRow({ overMinor: 100_000, upToMinor: 100_000 })(doc)
    },
    finds: [['error', 'empty_range', 'hierarchical/new']],
    values: { over: '100000 JPY', upTo: '100000 JPY' }
  },
  {
    fault: 'a limit per customer that falls with the tier',
    plant: (doc) => {
      const [low, high] = doc.limits
      doc.limits = [
        must(low, 'limit'),
        { ...must(high, 'limit'), perCustomer: { minor: 9_000, days: 31 } }
      ].map((one) => ({ ...one, perCaseMinor: 5_000 }))
    },
    finds: [['warning', 'customer_limit_falls', 'limits.1.perCustomer']],
    values: {
      tier: 'L2',
      limit: '90.00 EUR',
      days: '31',
      below: 'L1',
      belowLimit: '90.00 EUR',
      belowDays: '30'
    }
  },
  {
    fault: 'less per customer in the same time at the higher tier',
    plant: (doc) => {
      const [low, high] = doc.limits
      doc.limits = [
        must(low, 'limit'),
        { ...must(high, 'limit'), perCaseMinor: 5_000, perCustomer: { minor: 8_000, days: 30 } }
      ]
    },
    finds: [['warning', 'customer_limit_falls', 'limits.1.perCustomer']],
    values: { limit: '80.00 EUR', days: '30', belowLimit: '90.00 EUR', belowDays: '30' }
  },
  {
    fault: 'two people over an amount the row does not reach',
    plant: (doc) => {
      doc.hierarchical = change(doc.hierarchical, 'more', { twoPeopleOverMinor: 100_000 })
    },
    finds: [['error', 'empty_range', 'hierarchical/more']]
  },
  {
    fault: 'amounts that two rows hold',
    plant: (doc) => {
      doc.hierarchical = change(doc.hierarchical, 'some', { upToMinor: 25_000 })
    },
    finds: [['warning', 'amount_overlap', 'hierarchical/more']],
    values: { by: 'some', over: '200.00 EUR', upTo: '250.00 EUR' },
    example: { amountMinor: 20_001 }
  },
  {
    fault: 'amounts between two rows',
    plant: (doc) => {
      doc.hierarchical = change(doc.hierarchical, 'more', { overMinor: 25_000 })
    },
    finds: [['warning', 'amount_gap', 'hierarchical/more']],
    values: { tier: 'L1', over: '200.00 EUR', upTo: '250.00 EUR' },
    example: { amountMinor: 25_000 }
  },
  {
    fault: 'amounts between the limit and the first row',
    plant: (doc) => {
      doc.hierarchical = change(doc.hierarchical, 'some', { overMinor: 6_000 })
    },
    finds: [['warning', 'amount_gap', 'hierarchical/some']],
    values: { over: '50.00 EUR', upTo: '60.00 EUR' }
  },
  {
    fault: 'a limit that falls with the tier',
    plant: (doc) => {
      doc.limits = change(
        doc.limits.map((one, i) => ({ ...one, id: `${i}` })),
        '1',
        { perCaseMinor: 4_000 }
      ).map(({ id: _id, ...one }) => one)
    },
    finds: [['warning', 'limit_falls', 'limits.1']],
    values: { tier: 'L2', below: 'L1', limit: '40.00 EUR' }
  },
  {
    fault: 'a limit per customer below the one per case',
    plant: (doc) => {
      doc.limits = [
        { action: 'refund', tier: 'L1', perCaseMinor: 5_000, perCustomer: { minor: 4_000, days: 30 } }
      ]
    },
    finds: [['warning', 'customer_below_case', 'limits.0.perCustomer']],
    values: { customer: '40.00 EUR', limit: '50.00 EUR' }
  },
  {
    fault: 'a yes by the clock to more than the row is for',
    plant: (doc) => {
      const approve = { onTimeout: { do: 'approve', upToMinor: 30_000 } }
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step(approve) })
    },
    finds: [['error', 'auto_approve_over', 'hierarchical/some']],
    values: { auto: '300.00 EUR', upTo: '200.00 EUR', step: '1' }
  },
  {
    fault: 'a yes by the clock to what takes two people',
    plant: (doc) => {
      const more = must(
        doc.hierarchical.find(({ id }) => id === 'more'),
        'row'
      )
      const chain = more.chain.map((one, i) =>
        i === 1 ? { ...one, onTimeout: { do: 'approve', upToMinor: 60_000 } } : one
      )
      doc.hierarchical = change(doc.hierarchical, 'more', { chain })
    },
    finds: [['error', 'auto_approve_over', 'hierarchical/more']],
    values: { auto: '600.00 EUR', upTo: '500.00 EUR', step: '2' }
  },
  {
    fault: 'none: limits that stay the same with the tier',
    plant: (doc) => {
      const [low, high] = doc.limits
      const { perCaseMinor, perCustomer } = must(low, 'limit')
      doc.limits = [must(low, 'limit'), { ...must(high, 'limit'), perCaseMinor, perCustomer }]
    },
    finds: []
  },
  {
    fault: 'none: less per customer in a shorter time, which may be more',
    plant: (doc) => {
      const [low, high] = doc.limits
      doc.limits = [
        must(low, 'limit'),
        { ...must(high, 'limit'), perCaseMinor: 5_000, perCustomer: { minor: 8_000, days: 7 } }
      ]
    },
    finds: []
  }
]
