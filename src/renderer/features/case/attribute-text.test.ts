import { expect, test } from 'vitest'
import { en } from '../../words/en.ts'
import { es } from '../../words/es.ts'
import { createFormat } from '../../words/format.ts'
import { it } from '../../words/it.ts'
import { attributeItems } from './attribute-text.ts'

const labels = (attributes: Record<string, string>, words = en) =>
  attributeItems(attributes, words, createFormat('en')).map((item) => item.label)

test('[CS21] what the shipped imports write about a case has a name in every language', () => {
  const written = [
    'source',
    'sourceId',
    'sourceDate',
    'slaMet',
    'company',
    'state',
    'issue',
    'location',
    'closedCode'
  ]
  for (const words of [en, es, it]) {
    const named = labels(Object.fromEntries(written.map((id) => [id, 'x'])), words)
    expect(named).toEqual(written.map((id) => (words.case.attribute as Record<string, string>)[id]))
    expect(named.filter((label) => written.includes(label))).toEqual([])
  }
})

test('[CS21] what nobody knows is readable, whatever it is called', () => {
  expect(labels({ orderNumber: '1', order_number: '2', 'über-id': '3', constructor: '4', _: '5' })).toEqual([
    'Order number',
    'Order number',
    'Über id',
    'Constructor',
    '_'
  ])
})

test('[CS21] moments are told as days, deadlines as met or not, the rest as it was written', () => {
  const values = attributeItems(
    { sourceDate: '2026-03-05T10:00:00.000Z', slaMet: 'false', state: 'CA' },
    en,
    createFormat('en', 'UTC')
  ).map((item) => item.value)
  expect(values).toEqual(['Mar 5, 2026', 'Breached', 'CA'])
})
