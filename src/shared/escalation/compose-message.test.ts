import { expect, test } from 'vitest'
import { composeMessage, MESSAGE_PARTS, openWords } from './compose-message.ts'
import type { EscalationMessage } from './matrix.ts'

const message: EscalationMessage = {
  empathy: { en: 'Dear {customer}, I see.', it: 'Gentile {customer}, capisco.' },
  done: { en: 'So far: {done}' },
  fault: { en: 'The mistake was ours.' },
  serious: { en: 'We take {ref} seriously.', es: '  ' },
  contact: { en: '{agent} told {team}.' },
  next: { en: 'By {next}.' },
  apology: { en: 'We are sorry.' }
}
const words = {
  customer: 'Ivo',
  agent: 'Ana',
  team: 'Billing',
  ref: 'T-1',
  next: 'noon',
  done: 'the line was reset'
}
const compose = (over: Partial<Parameters<typeof composeMessage>[1]> = {}) =>
  composeMessage(message, { language: 'en', parts: MESSAGE_PARTS, words, ...over })

test('[CS17] the chosen parts are paragraphs in the order of the document, with the words filled in', () => {
  expect(compose()).toEqual({
    text: [
      'Dear Ivo, I see.',
      'So far: the line was reset',
      'The mistake was ours.',
      'We take T-1 seriously.',
      'Ana told Billing.',
      'By noon.',
      'We are sorry.'
    ].join('\n\n'),
    open: []
  })
  expect(compose({ parts: ['apology', 'empathy'] }).text).toBe('Dear Ivo, I see.\n\nWe are sorry.')
  expect(compose({ parts: [] })).toEqual({ text: '', open: [] })
})

test('[CS17] it speaks the language of the customer, part by part as far as the matrix does', () => {
  expect(compose({ language: 'it', parts: ['empathy', 'apology'] }).text).toBe(
    'Gentile Ivo, capisco.\n\nWe are sorry.'
  )
  expect(compose({ language: 'es', parts: ['serious'] }).text).toBe('We take T-1 seriously.')
})

test('[CS17] what nothing is known for stays in its braces and is named', () => {
  expect(compose({ parts: ['done', 'next'], words: { ...words, done: ' ' } })).toEqual({
    text: 'So far: {done}\n\nBy noon.',
    open: ['done']
  })
  const strange = { ...message, next: { en: '{Next} {next} {next} { next } {toString}' } }
  expect(composeMessage(strange, { language: 'en', parts: ['next'], words })).toEqual({
    text: '{Next} noon noon noon {toString}',
    open: ['Next', 'toString']
  })
})

test('[CS17] braces in what a customer is called are not filled in again', () => {
  const hostile = { ...words, customer: '{agent}', agent: 'Ana' }
  expect(compose({ parts: ['empathy'], words: hostile }).text).toBe('Dear {agent}, I see.')
  expect(openWords('no braces {} { a }{a}')).toEqual(['', 'a'])
})
