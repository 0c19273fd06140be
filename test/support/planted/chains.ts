import { person, queue } from '../cases.ts'
import { change, named, type Planted, step, without } from './planted.ts'

/** Faults in who decides. */
export const chains: readonly Planted[] = [
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
    fault: 'an approver who has left',
    plant: (doc) => {
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step({ approver: { person: 'joy' } }) })
    },
    around: { people: [...without(), person('joy', { role: 'agent', queues: [] })] },
    finds: [['error', 'no_approver', 'hierarchical/some']],
    values: { step: '1', queue: 'L1/front' }
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
  }
]
