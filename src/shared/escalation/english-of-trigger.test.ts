import { expect, test } from 'vitest'
import { englishOfTrigger } from './english-of-trigger.ts'

test('[ES34] what set an automatic row off is a sentence, also when only its kind is known', () => {
  expect([
    englishOfTrigger({ on: 'at_risk', clock: 'own' }),
    englishOfTrigger({ on: 'breached', clock: 'firstResponse', plusMinutes: 0 }),
    englishOfTrigger({ on: 'breached', clock: 'resolve', plusMinutes: 5 }),
    englishOfTrigger({ on: 'reopened', times: 2 }),
    englishOfTrigger({ on: 'returned', times: 1 })
  ]).toEqual([
    'the time to own was at risk',
    'the time to the first response was missed',
    'the time to resolve was missed 5 minutes before',
    'the case was reopened (2 times or more)',
    'the case was returned (1 times or more)'
  ])
  expect(
    (['at_risk', 'breached', 'reopened', 'returned'] as const).map((on) => englishOfTrigger({ on }))
  ).toEqual([
    'a deadline was at risk',
    'a deadline was missed',
    'the case was reopened',
    'the case was returned'
  ])
})
