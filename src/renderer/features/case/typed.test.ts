import { expect, test } from 'vitest'
import type { OptionField } from '../../../shared/case/option.ts'
import { emptyCase, missingInCase, openCommand } from './new-case.ts'
import { missingOf } from './typed.ts'

test('[CS9] a required field with nothing in it is named, an optional one is not', () => {
  const fields: OptionField[] = [
    { kind: 'choice', name: 'resolution', required: true, choices: ['solved'] },
    { kind: 'text', name: 'note', required: false },
    { kind: 'text', name: 'reason', required: true }
  ]
  expect(missingOf(fields, {})).toEqual(['resolution', 'reason'])
  expect(missingOf(fields, { choice: 'solved', reason: '  ' })).toEqual(['reason'])
  expect(missingOf(fields, { choice: 'solved', reason: 'it came back' })).toEqual([])
})

test('[CS9] an amount of nothing is no amount', () => {
  const money: OptionField[] = [{ kind: 'money', name: 'amountMinor', required: true, currency: 'EUR' }]
  expect(missingOf(money, { amountMinor: null })).toEqual(['amountMinor'])
  expect(missingOf(money, { amountMinor: 0 })).toEqual(['amountMinor'])
  expect(missingOf(money, { amountMinor: 1 })).toEqual([])
})

test('[CS9] a new case needs a customer, a subject, their words, a category and a queue', () => {
  const empty = emptyCase(null, null)
  expect(missingInCase(empty)).toEqual(['customerName', 'subject', 'body', 'category', 'queue'])
})

test('[CS9] a caller is known by address or number', () => {
  const typed = { ...emptyCase(null, null), phone: '+34 600 11 22 33', customerName: ' Rosa ' }
  expect(openCommand('c-1' as never, typed)).toMatchObject({
    customer: { id: '+34600112233', name: 'Rosa', phone: '+34 600 11 22 33' }
  })
})
