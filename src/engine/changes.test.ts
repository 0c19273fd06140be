import { expect, test } from 'vitest'
import { CaseId } from '../shared/lib/ids.ts'
import type { Change } from '../shared/protocol/bridge.ts'
import { createChanges } from './changes.ts'

const id = (n: number): CaseId => CaseId.parse(`c${n}`)

function setup() {
  const said: Change[] = []
  const planned: (() => void)[] = []
  const changes = createChanges(
    (change) => said.push(change),
    (work) => planned.push(work)
  )
  const turn = (): Change[] => {
    for (const work of planned.splice(0)) work()
    return said.splice(0)
  }
  return { changes, planned, turn }
}

test('[EN24] what changes in one turn is told once, each topic and case once', () => {
  const { changes, planned, turn } = setup()
  changes.note(['cases', 'counts'], [id(1)])
  changes.note(['cases', 'outbox'], [id(1), id(2)])
  expect(planned).toHaveLength(1)
  expect(turn()).toEqual([{ topics: ['cases', 'counts', 'outbox'], caseIds: ['c1', 'c2'] }])
  changes.note(['cases'], [id(3)])
  expect(turn()).toEqual([{ topics: ['cases'], caseIds: ['c3'] }])
})

test('[EN24] what may be about any case is told apart from what is about one', () => {
  const { changes, turn } = setup()
  changes.note(['cases', 'counts'], [id(1)])
  changes.note(['drafts', 'counts'])
  changes.note(['matrix', 'cases'])
  expect(turn()).toEqual([
    { topics: ['drafts', 'counts', 'matrix', 'cases'], caseIds: null },
    { topics: ['cases', 'counts'], caseIds: ['c1'] }
  ])
})

test('[EN24] more cases than one names are any', () => {
  const { changes, turn } = setup()
  changes.note(
    ['cases'],
    Array.from({ length: 201 }, (_none, n) => id(n))
  )
  expect(turn()).toEqual([{ topics: ['cases'], caseIds: null }])
})

test('[EN24] nothing is nothing to tell', () => {
  const { changes, planned } = setup()
  changes.note([], [id(1)])
  expect(planned).toEqual([])
})
