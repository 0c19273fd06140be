import { NO_CASES } from '../../../src/shared/escalation/check/document.ts'
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
    fault: 'the only row for some cases from a team that is not there',
    plant: (doc) => {
      doc.functional = change(doc.functional, 'rest', { from: { tier: 'L1', team: 'none' } })
      doc.hierarchical = doc.hierarchical.filter(({ id }) => id !== 'to-core')
    },
    finds: [['error', 'unknown_team', 'functional/rest']],
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
    around: { openCases: { ...NO_CASES, queues: { 'L1/old': 3, 'L1/front': 2 } } },
    finds: [['error', 'lost_queue', 'tiers']],
    values: { queue: 'L1/old', open: '3' }
  },
  {
    fault: 'a category with work in it that is gone',
    plant: () => {},
    around: { openCases: { ...NO_CASES, categories: { old: 4, bug: 1 } } },
    finds: [['warning', 'lost_category', 'categories']],
    values: { category: 'old', open: '4' }
  },
  {
    fault: 'a queue that is gone, to which open moves and returns lead',
    plant: () => {},
    around: { openCases: { ...NO_CASES, awaited: { 'L3/old': 2, 'L3/core': 5 } } },
    finds: [['warning', 'awaited_queue', 'tiers']],
    values: { queue: 'L3/old', open: '2' }
  },
  {
    fault: 'a queue that is gone where cases stand and to which others return',
    plant: () => {},
    around: { openCases: { ...NO_CASES, queues: { 'L1/old': 3 }, awaited: { 'L1/old': 2 } } },
    finds: [['error', 'lost_queue', 'tiers']],
    values: { queue: 'L1/old', open: '3' }
  },
  {
    fault: 'another currency while amounts in the old one still count',
    plant: (doc) => {
      doc.currency = 'JPY'
    },
    around: {
      otherAmounts: [
        { currency: 'EUR', inWork: true, daysAgo: null },
        { currency: 'EUR', inWork: false, daysAgo: 29 },
        { currency: 'EUR', inWork: false, daysAgo: 30 },
        { currency: 'JPY', inWork: true, daysAgo: 1 }
      ]
    },
    finds: [['error', 'currency_changed', 'currency']],
    values: { from: 'EUR', to: 'JPY', cases: '2' }
  },
  {
    fault: 'an exception that no row asks for',
    plant: (doc) => {
      doc.exceptions = [...doc.exceptions, { id: 'never', name: { en: 'Never' } }]
    },
    finds: [['warning', 'exception_unused', 'exceptions.1']],
    values: { exception: 'never' }
  },
  {
    fault: 'a share of the cases that is no range',
    plant: (doc) => {
      doc.tiers = change(doc.tiers, 'L1', { targetShare: [90, 10] })
    },
    finds: [['error', 'share_falls', 'tiers.1.targetShare']],
    values: { tier: 'L1', from: '90', to: '10' }
  }
]
