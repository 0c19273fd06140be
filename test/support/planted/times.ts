import { must } from '../../../src/shared/lib/must.ts'
import { queue } from '../cases.ts'
import { change, functional, type Planted, step } from './planted.ts'

/** Faults in times, automatic rows and the message. */
export const times: readonly Planted[] = [
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
    fault: 'three automatic rows that go round',
    plant: (doc) => {
      const raise = must(doc.automatic.at(-1), 'row')
      const next = (id: string, from: string, to: string) => ({
        ...raise,
        id,
        when: { priority: [from], segment: ['B2C'] },
        act: { do: 'priority', priority: to }
      })
      doc.automatic = [
        ...change(doc.automatic, 'raise', { when: { priority: ['normal'] } }),
        next('low', 'high', 'low'),
        next('back', 'low', 'normal')
      ] as never
    },
    finds: [['error', 'automatic_loop', 'automatic/back']],
    values: { by: 'raise, low' },
    example: { priority: 'normal', segment: 'B2C' }
  },
  {
    fault: 'four automatic rows that go round, each before the one it follows',
    plant: (doc) => {
      const raise = must(doc.automatic.at(-1), 'row')
      const sets = (id: string, from: string, to: string) => ({
        ...raise,
        id,
        when: { priority: [from] },
        act: { do: 'priority', priority: to }
      })
      doc.automatic = [
        ...doc.automatic.slice(0, -1),
        sets('third', 'urgent', 'low'),
        sets('second', 'high', 'urgent'),
        sets('first', 'normal', 'high'),
        sets('back', 'low', 'normal')
      ] as never
    },
    finds: [['error', 'automatic_loop', 'automatic/back']],
    values: { by: 'third, second, first' },
    example: { priority: 'normal' }
  },
  {
    fault: 'none: an automatic row that does in one of its tiers what another has done',
    plant: (doc) => {
      const late = must(doc.automatic[0], 'row')
      doc.automatic = [...doc.automatic, { ...late, id: 'again', tiers: ['L1', 'L2'] }]
    },
    finds: []
  },
  {
    fault: 'automatic rows of which one does what another has done',
    plant: (doc) => {
      const late = must(doc.automatic[0], 'row')
      doc.automatic = [
        ...doc.automatic,
        { ...late, id: 'again', when: { segment: ['B2B'] }, act: { ...late.act, acceptMinutes: 5 } as never }
      ]
    },
    finds: [['warning', 'automatic_twice', 'automatic/again']],
    values: { by: 'late-core' },
    example: { segment: 'B2B' }
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
  },
  {
    fault: 'none: what one tier raises another lowers',
    plant: (doc) => {
      const raise = must(doc.automatic.at(-1), 'row')
      const lower = {
        when: { priority: ['high' as const] },
        act: { do: 'priority' as const, priority: 'low' as const }
      }
      doc.automatic = [...doc.automatic, { ...raise, id: 'lower', tiers: ['L2'], ...lower }]
    },
    finds: []
  },
  {
    fault: 'none: a placeholder with blanks around it, which is filled in',
    plant: (doc) => {
      const { message } = doc
      doc.message = message && { ...message, empathy: { ...message.empathy, es: 'Hola, { customer }:' } }
    },
    finds: []
  }
]
