import { queue } from '../cases.ts'
import { change, functional, type Planted, step } from './planted.ts'

/** Faults in what a document points to. */
export const names: readonly Planted[] = [
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
  }
]
