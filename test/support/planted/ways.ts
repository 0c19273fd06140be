import { must } from '../../../src/shared/lib/must.ts'
import { person, queue } from '../cases.ts'
import { soundPeople } from '../sound-matrix.ts'
import { change, functional, type Planted, without } from './planted.ts'

/** Faults in where cases get. */
export const ways: readonly Planted[] = [
  {
    fault: 'a row that leads sideways',
    plant: functional({ from: { tier: 'L2', team: 'billing' }, to: queue('L2/tech') }),
    finds: [['error', 'not_up', 'functional/new']],
    values: { from: 'L2', to: 'L2/tech' }
  },
  {
    fault: 'a special row for a tier that is above its target',
    plant: (doc) => {
      doc.special = change(doc.special, 'fraud', { tiers: ['L1', 'L2', 'L3'] })
    },
    finds: [['error', 'not_up', 'special/fraud']],
    values: { from: 'L3' }
  },
  {
    fault: 'an automatic row that leads down',
    plant: (doc) => {
      doc.automatic = change(doc.automatic, 'late-core', {
        tiers: ['L2', 'L3'],
        act: { ...must(doc.automatic[0], 'row').act, to: queue('L2/tech') }
      })
    },
    finds: [['error', 'not_up', 'automatic/late-core']],
    values: { from: 'L2, L3' }
  },
  {
    fault: 'a row to a team where nobody can take a case',
    plant: (doc) => {
      doc.hierarchical = doc.hierarchical.filter(({ id }) => id !== 'more')
    },
    around: { people: without('una', 'max', 'mia') },
    finds: [['error', 'no_owner', 'special/fraud']],
    values: { queue: 'L3/law' },
    example: { queue: queue('L1/front'), flags: ['fraud'] }
  },
  {
    fault: 'a team that only escalation managers work in',
    plant: () => {},
    around: { people: without('una') },
    finds: [['warning', 'empty_team', 'tiers.3.teams.1']],
    values: { queue: 'L3/law' }
  },
  {
    fault: 'a kind of case that goes nowhere from where others go up',
    plant: (doc) => {
      doc.hierarchical = doc.hierarchical.filter(({ id }) => id !== 'to-core')
      doc.functional = change(doc.functional, 'rest', {
        when: { channel: ['email', 'phone', 'chat', 'web'] }
      })
    },
    finds: [
      ['error', 'dead_end', 'tiers.1.teams.0'],
      ['error', 'dead_end', 'tiers.1.teams.1']
    ],
    example: { queue: queue('L1/front'), category: 'bug', channel: 'social', flags: [] }
  },
  {
    fault: 'a kind of case that goes up only by a row that hardly ever acts',
    plant: (doc) => {
      doc.hierarchical = doc.hierarchical.filter(({ id }) => id !== 'to-core')
      doc.functional = change(doc.functional, 'rest', {
        when: { channel: ['email', 'phone', 'chat', 'web'] }
      })
      const first = must(doc.automatic[0], 'row')
      doc.automatic = [
        {
          ...first,
          id: 'seldom',
          tiers: ['L1'],
          trigger: { on: 'returned', times: 50 },
          when: { channel: ['social'] }
        },
        ...doc.automatic
      ]
    },
    finds: [
      ['warning', 'unsure_way', 'tiers.1.teams.0'],
      ['warning', 'unsure_way', 'tiers.1.teams.1']
    ],
    values: { queue: 'L1/front', by: 'seldom' },
    example: { queue: queue('L1/front'), category: 'bug', channel: 'social', flags: [] }
  },
  {
    fault: 'a kind of case that goes up only with approval',
    plant: (doc) => {
      doc.functional = change(doc.functional, 'rest', { when: { segment: ['B2B'] } })
    },
    finds: [
      ['warning', 'unsure_way', 'tiers.1.teams.0'],
      ['warning', 'unsure_way', 'tiers.1.teams.1']
    ],
    values: { by: 'to-core' },
    example: { segment: 'B2C' }
  },
  {
    fault: 'some kinds that go up only with approval, and some not at all',
    plant: (doc) => {
      doc.functional = change(doc.functional, 'rest', { when: { segment: ['B2B'] } })
      doc.hierarchical = change(doc.hierarchical, 'to-core', { when: { priority: ['urgent'] } })
    },
    finds: [
      ['error', 'dead_end', 'tiers.1.teams.0'],
      ['error', 'dead_end', 'tiers.1.teams.1']
    ],
    example: { segment: 'B2C', priority: 'high' }
  },
  {
    fault: 'a functional row for a category that never comes to its team',
    plant: functional({
      from: { tier: 'L2', team: 'billing' },
      when: { category: ['bug'] },
      to: queue('L3/law')
    }),
    finds: [['warning', 'never_comes', 'functional/new']],
    values: { places: 'L2/billing' },
    example: { queue: queue('L2/billing'), category: 'bug' }
  },
  {
    fault: 'a functional row of whose cases some are taken and the others never come',
    plant: (doc) => {
      const row = must(doc.functional[0], 'row')
      const from = { tier: 'L2' as const, team: 'billing' }
      doc.functional = [
        ...doc.functional,
        { ...row, id: 'part', from, when: { category: ['bill'] }, to: queue('L3/law') },
        { ...row, id: 'new', from, when: { category: ['bill', 'bug'] }, to: queue('L3/law') }
      ]
    },
    finds: [['warning', 'never_comes', 'functional/new']],
    values: { places: 'L2/billing' }
  },
  {
    fault:
      'rows about authority and rows that act by themselves for a category that never comes to their team',
    plant: (doc) => {
      doc.tiers = doc.tiers.map((tier) =>
        tier.id === 'L2' ? { ...tier, teams: tier.teams.filter(({ id }) => id === 'billing') } : tier
      )
      doc.functional = change(doc.functional, 'rest', { to: queue('L3/core') })
      doc.automatic = doc.automatic.map((row) =>
        row.id === 'late-core' ? { ...row, when: { category: ['bug' as never] } } : row
      )
      doc.hierarchical = doc.hierarchical.map((row) =>
        row.id === 'late' ? { ...row, tiers: ['L2'], when: { category: ['other' as never] } } : row
      )
    },
    finds: [
      ['warning', 'never_comes', 'hierarchical/late'],
      ['warning', 'never_comes', 'automatic/late-core']
    ],
    values: { places: 'L2/billing' },
    example: { category: 'other' }
  },
  {
    fault: 'authority and a limit for a tier without a team',
    plant: (doc) => {
      doc.hierarchical = doc.hierarchical.map((row) => (row.id === 'late' ? { ...row, tiers: ['L0'] } : row))
      doc.limits = [{ action: 'credit', tier: 'L0', perCaseMinor: 100 }, ...doc.limits]
    },
    finds: [
      ['error', 'unreachable', 'hierarchical/late'],
      ['error', 'unreachable', 'limits.0.tier']
    ],
    values: { what: 'L0' },
    example: { queue: queue('L1/front'), category: 'bill' }
  },
  {
    fault: 'a limit for a tier without a team',
    plant: (doc) => {
      doc.limits = [{ action: 'credit', tier: 'L0', perCaseMinor: 100 }, ...doc.limits]
    },
    finds: [['error', 'unreachable', 'limits.0.tier']],
    example: { queue: queue('L1/front'), amountMinor: 100, currency: 'EUR' }
  },
  {
    fault: 'a first line from which nothing goes up',
    plant: (doc) => {
      const desk = { id: 'counter', name: { en: 'Counter' } }
      doc.tiers = doc.tiers.map((tier) =>
        tier.id === 'L1' ? { ...tier, teams: [...tier.teams, desk] } : tier
      )
      doc.special = change(doc.special, 'fraud', { tiers: ['L2'] })
      doc.hierarchical = doc.hierarchical.filter(({ id }) => id !== 'to-core')
      doc.functional = ['front', 'desk'].flatMap((team) =>
        doc.functional.map((row) =>
          row.from.tier === 'L1'
            ? { ...row, id: `${row.id}-${team}`, from: { tier: 'L1' as const, team } }
            : {
                ...row,
                id: `${row.id}-${team}`,
                from: { tier: 'L2' as const, team: team === 'front' ? 'billing' : 'tech' }
              }
        )
      )
    },
    around: { people: null },
    finds: [['warning', 'dead_end', 'tiers.1.teams.2']],
    values: { queue: 'L1/counter' },
    example: { queue: queue('L1/counter') }
  },
  {
    fault: 'a move that other rows undo',
    plant: (doc) => {
      const move = must(doc.hierarchical.at(-1), 'row')
      const down = { ...move, id: 'down', tiers: ['L3'], when: { category: ['bug'] }, to: queue('L1/front') }
      doc.hierarchical = [...doc.hierarchical, down as never]
    },
    around: { people: null },
    finds: [['warning', 'cycle', 'hierarchical/down']],
    values: { from: 'L3/core', to: 'L1/front' },
    example: { queue: queue('L3/core'), category: 'bug' }
  },
  {
    fault: 'moves to and fro between two teams of a tier',
    plant: (doc) => {
      const move = must(doc.hierarchical.at(-1), 'row')
      const aside = (id: string, to: string) => ({ ...move, id, tiers: ['L2'], to: queue(to) })
      doc.hierarchical = [
        ...doc.hierarchical,
        aside('to-tech', 'L2/tech'),
        aside('to-bills', 'L2/billing')
      ] as never
    },
    around: { people: null },
    finds: [
      ['warning', 'cycle', 'hierarchical/to-tech'],
      ['warning', 'cycle', 'hierarchical/to-bills']
    ],
    values: { from: 'L2/billing', to: 'L2/tech' }
  },
  {
    fault: 'a row to a team there is not, without which others seem to get no cases',
    plant: (doc) => {
      doc.functional = change(doc.functional, 'rest', { to: queue('L2/nowhere') })
      const from = { tier: 'L2', team: 'billing' }
      functional({ from, when: { category: ['bug'] }, to: queue('L3/law') })(doc)
    },
    finds: [['error', 'unknown_team', 'functional/rest']]
  },
  {
    fault: 'a team that no row leads to',
    plant: (doc) => {
      const extra = { id: 'lab', name: { en: 'Lab' } }
      doc.tiers = doc.tiers.map((tier) =>
        tier.id === 'L3' ? { ...tier, teams: [...tier.teams, extra] } : tier
      )
    },
    around: { people: [...soundPeople, person('lou', { tier: 'L3', queues: [queue('L3/lab')] })] },
    finds: [['warning', 'unreachable', 'tiers.3.teams.2']],
    values: { what: 'L3/lab' }
  },
  {
    fault: 'a row for a tier without a team',
    plant: functional({ from: { tier: 'L0' }, when: { category: ['bug'], priority: ['low'] } }),
    finds: [['error', 'unreachable', 'functional/new']],
    values: { what: 'L0' },
    example: { queue: queue('L1/front'), category: 'bug', priority: 'low' }
  },
  {
    fault: 'a privacy row for a channel that is never public',
    plant: (doc) => {
      doc.privacy = [...doc.privacy, { id: 'new', when: { channel: ['email'] }, to: 'phone' }]
    },
    finds: [['error', 'unreachable', 'privacy/new']],
    values: { what: 'email' },
    example: { queue: queue('L1/front'), channel: 'email' }
  },
  {
    fault: 'none: a row for what a case may have become when it gets there',
    plant: (doc) => {
      const special = must(doc.special[0], 'row')
      const found = {
        ...special,
        id: 'found',
        tiers: ['L2' as const],
        when: { flags: ['compliance' as const] }
      }
      doc.special = [
        { ...special, when: { flags: ['fraud', 'compliance'] }, tiers: ['L1'] },
        { ...special, id: 'late-fraud', tiers: ['L2'] },
        found
      ]
    },
    finds: []
  }
]
