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
    finds: [['error', 'nobody_told', 'automatic/tell']],
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
    fault: 'an approver who is the only one to ask somewhere',
    plant: (doc) => {
      const chain = step({ approver: { person: 'lea' } })
      doc.hierarchical = change(doc.hierarchical, 'late', { tiers: ['L2'], chain })
    },
    finds: [['error', 'own_approval', 'hierarchical/late']],
    values: { person: 'lea', step: '1', queue: 'L2/billing' },
    example: { queue: queue('L2/billing') }
  },
  {
    fault: 'an approver who asks with others in one team, and alone in the next',
    plant: (doc) => {
      const chain = step({ approver: { person: 'leo' } })
      doc.hierarchical = change(doc.hierarchical, 'late', { tiers: ['L2'], chain })
    },
    around: {
      people: [
        ...without('leo'),
        person('leo', { tier: 'L2', queues: [queue('L2/billing'), queue('L2/tech')] })
      ]
    },
    finds: [['error', 'own_approval', 'hierarchical/late']],
    values: { person: 'leo', queue: 'L2/tech' }
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
    fault: 'a reminder of a step to a role that nobody has',
    plant: (doc) => {
      const late = { onTimeout: { do: 'notify', whom: { role: 'escalation_manager' } } }
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step(late) }).filter(
        ({ id }) => id !== 'more'
      )
    },
    around: { people: without('max', 'mia') },
    finds: [['error', 'nobody_told', 'hierarchical/some']],
    values: { queue: 'L1/front' },
    example: { queue: queue('L1/front'), amountMinor: 20_000 }
  },
  {
    fault: 'two steps of somebody who left, in whose place there is only one say',
    plant: (doc) => {
      const gone = { approver: { person: 'joy' }, minutes: 60, onTimeout: { do: 'next' } }
      const always = (to: string) => ({ of: named('joy'), to: named(to), when: 'always' as const })
      doc.delegates = [always('lea'), always('leo')]
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: [gone, gone] })
    },
    around: { people: [...without(), person('joy', { role: 'agent', queues: [] })] },
    finds: [['error', 'no_approver', 'hierarchical/some']],
    values: { step: '2' }
  },
  {
    fault: 'a reminder, and an automatic row, to somebody who left',
    plant: (doc) => {
      const joy = { do: 'notify' as const, whom: { person: named('joy') } }
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step({ onTimeout: joy }) })
      doc.automatic = change(doc.automatic, 'tell', { act: joy })
    },
    around: { people: [...without(), person('joy', { role: 'agent', queues: [] })] },
    finds: [
      ['error', 'nobody_told', 'hierarchical/some'],
      ['error', 'nobody_told', 'automatic/tell']
    ]
  },
  {
    fault: 'a reminder of a step to those who were asked first',
    plant: (doc) => {
      const late = {
        onTimeout: { do: 'notify', whom: { person: 'mia' } },
        approver: { role: 'escalation_manager' }
      }
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step(late) })
    },
    finds: [['warning', 'told_already', 'hierarchical/some']],
    values: { step: '1' }
  },
  {
    fault: 'a reminder of a step to the role that was asked first',
    plant: (doc) => {
      const late = { onTimeout: { do: 'notify', whom: { role: 'supervisor' } } }
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step(late) })
    },
    finds: [['warning', 'told_already', 'hierarchical/some']],
    values: { step: '1' }
  },
  {
    fault:
      'none: a reminder that brings a step to who could have decided it all along, but was not asked first',
    plant: (doc) => {
      const late = { onTimeout: { do: 'notify', whom: { role: 'escalation_manager' } } }
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step(late) })
    },
    finds: []
  },
  {
    fault: 'a reminder of a step to somebody who asks as well',
    plant: (doc) => {
      const late = { onTimeout: { do: 'notify', whom: { person: 'ben' } } }
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step(late) })
    },
    finds: [['warning', 'told_asker', 'hierarchical/some']],
    values: { person: 'ben', step: '1', queue: 'L1/desk' }
  },
  {
    fault: 'none: a reminder of a step to a role that some who ask have, and others',
    plant: (doc) => {
      const late = {
        onTimeout: { do: 'notify', whom: { role: 'supervisor' } },
        approver: { role: 'escalation_manager' }
      }
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step(late) })
    },
    finds: []
  },
  {
    fault: 'a reminder to somebody who was asked already in one team only, and asks there',
    plant: (doc) => {
      const late = { onTimeout: { do: 'notify', whom: { person: 'joy' } } }
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step(late) })
    },
    around: {
      people: [...without(), person('joy', { role: 'supervisor', queues: [queue('L1/front')] })]
    },
    finds: [['warning', 'told_asker', 'hierarchical/some']],
    values: { person: 'joy', queue: 'L1/front' }
  },
  {
    fault: 'none: a delegate of somebody who is only told when a step was not answered in time',
    plant: (doc) => {
      const late = { onTimeout: { do: 'notify', whom: { person: 'lea' } } }
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: step(late) })
      doc.delegates = [{ of: named('lea'), to: named('leo'), when: 'away' }]
    },
    finds: []
  },
  {
    fault: 'a delegate who decides in the place of the one who decides the next step',
    plant: (doc) => {
      const lone = { approver: { person: 'sol' }, minutes: 60, onTimeout: { do: 'next' } }
      doc.delegates = [{ of: named('sol'), to: named('lea'), when: 'always' }]
      doc.hierarchical = change(doc.hierarchical, 'some', { chain: [lone, lone] })
    },
    finds: [['error', 'no_approver', 'hierarchical/some']],
    values: { step: '2' }
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
  ...[
    ['away', 'away'],
    ['always', 'away'],
    ['away', 'always']
  ].map(
    ([one, other]): Planted => ({
      fault: `none: who stands in for each other, ${one} and ${other}`,
      plant: (doc) => {
        doc.delegates = [
          { of: named('sol'), to: named('eva'), when: one as 'away' },
          { of: named('eva'), to: named('sol'), when: other as 'away' }
        ]
      },
      finds: []
    })
  )
]
