import { expect, test } from 'vitest'
import { person, queue } from '../../../../test/support/cases.ts'
import { soundMatrix, soundPeople } from '../../../../test/support/sound-matrix.ts'
import { must } from '../../lib/must.ts'
import type { Person } from '../../people/person.ts'
import { englishOfFinding, linesOfFinding } from '../english-of-finding.ts'
import { type Finding, FindingCode } from '../finding.ts'
import type { Matrix } from '../matrix.ts'
import { type Around, checkMatrix, mayPublish } from './check-matrix.ts'
import { NOTHING_AROUND } from './document.ts'

type Doc = { -readonly [K in keyof Matrix]: Matrix[K] }
type Planted = {
  readonly fault: string
  readonly plant: (doc: Doc) => void
  readonly around?: Partial<Around>
  /** Level, code and where: the row as `list/id`, or the path. */
  readonly finds: readonly (readonly [Finding['level'], FindingCode, string])[]
  readonly values?: Record<string, string>
  readonly example?: Partial<NonNullable<Finding['example']>>
}

const around = (over: Partial<Around> = {}): Around => ({ ...NOTHING_AROUND, people: soundPeople, ...over })
const without = (...ids: string[]): readonly Person[] => soundPeople.filter(({ id }) => !ids.includes(id))
const change = <T extends { id: string }>(rows: readonly T[], id: string, over: object): T[] =>
  rows.map((row) => (row.id === id ? { ...row, ...over } : row))
const step = (over: object) => [
  { approver: { role: 'supervisor' }, minutes: 60, onTimeout: { do: 'next' }, ...over }
]
const functional = (over: object) => (doc: Doc) => {
  doc.functional = [...doc.functional, { ...must(doc.functional[0], 'row'), id: 'new', ...over }]
}
const money = (over: object) => (doc: Doc) => {
  doc.hierarchical = [
    ...doc.hierarchical,
    { ...must(doc.hierarchical[0], 'row'), id: 'new', ...over } as never
  ]
}
const named = (id: string) => person(id).id

const PLANTED: readonly Planted[] = [
  {
    fault: 'a row id that stands there twice',
    plant: (doc) => {
      doc.automatic = change(doc.automatic, 'tell', { id: 'bills' })
    },
    finds: [['error', 'duplicate_id', 'automatic/bills']],
    values: { id: 'bills' }
  },
  {
    fault: 'a limit that stands there twice',
    plant: (doc) => {
      doc.limits = [...doc.limits, { action: 'refund', tier: 'L2', perCaseMinor: 30_000 }]
    },
    finds: [['error', 'duplicate_id', 'limits.2']]
  },
  {
    fault: 'a row to a team that is not there',
    plant: (doc) => {
      doc.functional = change(doc.functional, 'bills', { to: queue('L2/none') })
    },
    finds: [['error', 'unknown_team', 'functional/bills']],
    values: { queue: 'L2/none' }
  },
  {
    fault: 'a row from a team that is not there',
    plant: functional({ from: { tier: 'L1', team: 'none' } }),
    finds: [['error', 'unknown_team', 'functional/new']],
    values: { queue: 'L1/none' }
  },
  {
    fault: 'a limit of a tier that is not there',
    plant: (doc) => {
      doc.limits = [...doc.limits, { action: 'refund', tier: 'L4', perCaseMinor: 30_000 }]
    },
    finds: [['error', 'unknown_tier', 'limits.2.tier']],
    values: { tier: 'L4' }
  },
  {
    fault: 'a category that is not there',
    plant: (doc) => {
      doc.functional = change(doc.functional, 'bills', { when: { category: ['bill', 'gone'] } })
    },
    finds: [['error', 'unknown_category', 'functional/bills']],
    values: { category: 'gone' }
  },
  {
    fault: 'an exception that is not there',
    plant: (doc) => {
      doc.exceptions = []
    },
    finds: [['error', 'unknown_exception', 'hierarchical/late']],
    values: { exception: 'late' }
  },
  {
    fault: 'a person who is not there',
    plant: (doc) => {
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step({ approver: { person: 'nobody' } }) })
    },
    finds: [['error', 'unknown_person', 'hierarchical/some']],
    values: { person: 'nobody' }
  },
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
    fault: 'a range without an amount',
    plant: money({ overMinor: 100_000, upToMinor: 100_000 }),
    finds: [['error', 'empty_range', 'hierarchical/new']],
    values: { over: '1000.00 EUR', upTo: '1000.00 EUR' }
  },
  {
    fault: 'two people over an amount the row does not reach',
    plant: (doc) => {
      doc.hierarchical = change(doc.hierarchical, 'more', { twoPeopleOverMinor: 100_000 })
    },
    finds: [['error', 'empty_range', 'hierarchical/more']]
  },
  {
    fault: 'a queue with work in it that is gone',
    plant: () => {},
    around: { openCases: { queues: { 'L1/old': 3, 'L1/front': 2 }, categories: {} } },
    finds: [['error', 'lost_queue', 'tiers']],
    values: { queue: 'L1/old', open: '3' }
  },
  {
    fault: 'a category with work in it that is gone',
    plant: () => {},
    around: { openCases: { queues: {}, categories: { old: 4, bug: 1 } } },
    finds: [['warning', 'lost_category', 'categories']],
    values: { category: 'old', open: '4' }
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
    plant: money({ overMinor: 6_000, upToMinor: 9_000, when: { segment: ['B2B'] } }),
    finds: [['error', 'shadowed', 'hierarchical/new']],
    values: { by: 'some' },
    example: { amountMinor: 6_001, segment: 'B2B' }
  },
  {
    fault: 'a money row whose amounts two rows before it take',
    plant: money({ overMinor: 15_000, upToMinor: 30_000 }),
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
  },
  {
    fault: 'a step that nobody can decide',
    plant: () => {},
    around: {
      people: [
        ...without('max', 'mia'),
        person('joy', { role: 'supervisor', queues: [queue('L1/front'), queue('L1/desk')] })
      ]
    },
    finds: [['error', 'no_approver', 'hierarchical/more']],
    values: { step: '2', queue: 'L1/front' },
    example: { queue: queue('L1/front'), amountMinor: 100_000 }
  },
  {
    fault: 'two people where there is one, and nobody decides two steps',
    plant: () => {},
    around: { people: without('mia') },
    finds: [['error', 'no_approver', 'hierarchical/more']],
    values: { step: '2', queue: 'L1/front' }
  },
  {
    fault: 'a reminder to a role that nobody has',
    plant: (doc) => {
      doc.hierarchical = []
      doc.exceptions = []
      doc.delegates = []
    },
    around: { people: without('max', 'mia', 'sol', 'eva') },
    finds: [['error', 'no_approver', 'automatic/tell']],
    values: { queue: 'L1/front' }
  },
  {
    fault: 'an approver who could only approve their own request',
    plant: (doc) => {
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step({ approver: { person: 'ana' } }) })
    },
    finds: [['warning', 'own_approval', 'hierarchical/some']],
    values: { person: 'ana', step: '1', queue: 'L1/front' }
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
    fault: 'a chain that takes longer than the case may',
    plant: (doc) => {
      const slow = { minutes: 250, onTimeout: { do: 'notify', whom: { role: 'escalation_manager' } } }
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step(slow) })
    },
    finds: [['warning', 'chain_too_slow', 'hierarchical/some']],
    values: { chain: '500', target: '480', tier: 'L1' },
    example: { queue: queue('L1/front'), priority: 'urgent' }
  },
  {
    fault: 'no time left between accepting and resolving',
    plant: (doc) => {
      doc.functional = change(doc.functional, 'up', { acceptMinutes: 240 })
    },
    finds: [['error', 'accept_after_resolve', 'functional/up']],
    values: { accept: '240', resolve: '240' }
  },
  {
    fault: 'a first answer that is due after the solution',
    plant: (doc) => {
      doc.sla = doc.sla.map((line, i) => (i === 0 ? { ...line, firstResponseMinutes: 500 } : line))
    },
    finds: [['error', 'accept_after_resolve', 'sla.0']]
  },
  {
    fault: 'a stage that is longer than the case may take',
    plant: (doc) => {
      doc.sla = doc.sla.map((line) => (line.priority === 'urgent' ? { ...line, resolveMinutes: 200 } : line))
      functional({ when: { category: ['bug'], priority: ['urgent', 'high'] }, resolveMinutes: 240 })(doc)
    },
    finds: [['warning', 'resolve_after_target', 'functional/new']],
    values: { resolve: '240', target: '200', priority: 'urgent', tier: 'L2' },
    example: { category: 'bug', priority: 'urgent' }
  },
  {
    fault: 'a priority without a target',
    plant: (doc) => {
      doc.sla = doc.sla.filter(({ priority }) => priority !== 'low')
    },
    finds: [['error', 'no_target', 'sla']],
    values: { priority: 'low' }
  },
  {
    fault: 'somebody who stands in for themself',
    plant: (doc) => {
      doc.delegates = [{ of: named('sol'), to: named('sol'), when: 'away' }]
    },
    finds: [['error', 'delegate_loop', 'delegates.0']]
  },
  {
    fault: 'people who always stand in for each other',
    plant: (doc) => {
      const always = (of: string, to: string) => ({ of: named(of), to: named(to), when: 'always' as const })
      doc.delegates = [always('sol', 'eva'), always('eva', 'max'), always('max', 'sol')]
    },
    finds: [['warning', 'delegate_loop', 'delegates.2']],
    values: { of: 'max', to: 'sol' }
  },
  {
    fault: 'a delegate of somebody who decides nothing',
    plant: (doc) => {
      doc.delegates = [{ of: named('ana'), to: named('ben'), when: 'away' }]
    },
    finds: [['warning', 'delegate_unable', 'delegates.0']]
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
    fault: 'automatic rows that undo each other',
    plant: (doc) => {
      const raise = must(doc.automatic.at(-1), 'row')
      doc.automatic = [
        ...doc.automatic,
        {
          ...raise,
          id: 'lower',
          when: { priority: ['high'], category: ['bug'] },
          act: { do: 'priority', priority: 'normal' }
        }
      ]
    },
    finds: [['error', 'automatic_loop', 'automatic/lower']],
    values: { by: 'raise' },
    example: { category: 'bug', priority: 'normal' }
  },
  {
    fault: 'an automatic row that changes nothing',
    plant: (doc) => {
      doc.automatic = change(doc.automatic, 'raise', { when: { priority: ['high'] } })
    },
    finds: [['error', 'automatic_idle', 'automatic/raise']],
    values: { priority: 'high' }
  },
  {
    fault: 'a part of the message that a team could not read',
    plant: (doc) => {
      const { message } = doc
      doc.message = message && { ...message, fault: { en: 'Our fault.', es: 'Fue culpa nuestra.' } }
    },
    finds: [['warning', 'message_incomplete', 'message.fault']],
    values: { part: 'fault', language: 'it' }
  },
  {
    fault: 'braces in the message that nothing fills',
    plant: (doc) => {
      const { message } = doc
      doc.message = message && { ...message, empathy: { ...message.empathy, es: 'Hola, {cliente}:' } }
    },
    finds: [['error', 'unknown_placeholder', 'message.empathy.es']],
    values: { word: 'cliente', language: 'es' }
  }
]

const whereOf = ({ row, path }: Finding): string => (row ? `${row.list}/${row.id}` : path)

test('[MX4] a sound document has no findings, with people known or not', () => {
  expect(checkMatrix(soundMatrix(), around()).findings).toEqual([])
  expect(checkMatrix(soundMatrix(), NOTHING_AROUND).findings).toEqual([])
})

test.each(PLANTED)(
  '[MX4] found, and nothing else: $fault',
  ({ plant, around: over, finds, values, example }) => {
    const doc: Doc = soundMatrix()
    plant(doc)
    const { matrix, findings } = checkMatrix(doc, around(over))
    expect(matrix).not.toBeNull()
    expect(findings.map((one) => [one.level, one.code, whereOf(one)])).toEqual(finds)
    if (values) expect(findings[0]?.values).toMatchObject(values)
    if (example) expect(findings[0]?.example).toMatchObject(example)
    expect(findings[0]?.path.split('.')[0]).toBe(findings[0]?.row?.list ?? findings[0]?.path.split('.')[0])
  }
)

test('[MX5] [MX10] [MX11] [MX12] [MX13] [MX14] [MX15] every code is found by one of these, or by the shape', () => {
  const found = new Set(PLANTED.flatMap(({ finds }) => finds.map(([, code]) => code)))
  expect(FindingCode.options.filter((code) => !found.has(code))).toEqual(['shape', 'newer_format'])
})

test('[MX2] [MX3] what is no matrix is told as that, and a newer one as newer', () => {
  const newer = checkMatrix({ ...soundMatrix(), format: 'tierline.matrix/99' }, around())
  expect(newer).toMatchObject({ matrix: null, findings: [{ level: 'error', code: 'newer_format' }] })
  const broken = checkMatrix({ ...soundMatrix(), riskShare: 2, currency: 'euro' }, around())
  expect(broken.matrix).toBeNull()
  expect(broken.findings.map(({ path, code }) => [path, code])).toEqual([
    ['currency', 'shape'],
    ['riskShare', 'shape']
  ])
  expect(mayPublish(broken)).toBe(false)
})

test('[MX3] errors stop publishing, warnings do not', () => {
  for (const { plant, around: over, finds } of PLANTED) {
    const doc: Doc = soundMatrix()
    plant(doc)
    expect(mayPublish(checkMatrix(doc, around(over)))).toBe(finds.every(([level]) => level === 'warning'))
  }
})

test('[MX3] every finding is one English sentence with all its values in it', () => {
  for (const { plant, around: over } of PLANTED) {
    const doc: Doc = soundMatrix()
    plant(doc)
    for (const finding of checkMatrix(doc, around(over)).findings) {
      const text = englishOfFinding(finding)
      expect(text.replace(`{${finding.values['word']}}`, '')).not.toMatch(/[{}]/)
      expect(linesOfFinding(finding)[0]).toContain(text)
    }
  }
  const doc: Doc = soundMatrix()
  functional({ when: { flags: ['fraud'] }, to: queue('L3/core') })(doc)
  expect(checkMatrix(doc, around()).findings.flatMap(linesOfFinding)).toEqual([
    'error: functional new (functional.3): never gets its turn: fraud takes every case it is for',
    '  for example L1/front, bill, urgent, email, B2B, fraud'
  ])
})
