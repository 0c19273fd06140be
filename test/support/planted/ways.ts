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
    plant: functional({ from: { tier: 'L0' } }),
    finds: [['error', 'unreachable', 'functional/new']],
    values: { what: 'L0' }
  },
  {
    fault: 'a privacy row for a channel that is never public',
    plant: (doc) => {
      doc.privacy = [...doc.privacy, { id: 'new', when: { channel: ['email'] }, to: 'phone' }]
    },
    finds: [['error', 'unreachable', 'privacy/new']],
    values: { what: 'email' }
  }
]
