import { expect, test } from 'vitest'
import { ana, ben, queue as queueOf } from '../../../test/support/cases.ts'
import { answer, openQueue, truth } from '../../../test/support/queue.ts'
import { CaseId } from '../../shared/lib/ids.ts'
import { must } from '../../shared/lib/must.ts'
import { listUnanswered } from '../store/outbox.ts'
import { searchCases, termsOf } from './search.ts'
import { HIT_END, HIT_START, snipperOf } from './snippet.ts'

function setup() {
  const log = truth()
  const queue = openQueue()
  const find = (text: string, limit = 50) => searchCases(queue.db, text, limit)
  const ids = (text: string): string[] => find(text).rows.map((row) => row.id)
  return { log, queue, find, ids }
}

test('[EN11] a case is found by any word said on it, its number, its subject and its customer', () => {
  const { log, queue, ids } = setup()
  queue.take([
    log.open('c1', {
      ref: 'C-77',
      subject: 'Broken router',
      body: 'The lights blink.',
      customer: { id: 'x', name: 'Rosa Conti', language: 'it', segment: 'B2C' }
    }),
    log.open('c2', { ref: 'C-2', customer: { id: 'y', name: 'Max Muster', language: 'en', segment: 'B2C' } })
  ])
  queue.take([
    log.act('c1', ana, { type: 'case.claim' }),
    log.act('c1', ana, { type: 'case.reply', body: 'Please unplug the transformer.' })
  ])
  for (const text of ['router', 'blink', 'transformer', 'Conti', '77', 'ROSA', 'broken lights', 'C-77'])
    expect(ids(text), text).toEqual(['c1'])
  expect(ids('router transformer nowhere')).toEqual([])
})

test('[EN11] accents and capitals make no difference, and the last word may be begun', () => {
  const { log, queue, ids } = setup()
  queue.take([
    log.open('c1', { body: 'Mi conexión está rota, ¡qué pena! El niño llora. Caffe\u0300 freddo.' })
  ])
  for (const text of ['conexion', 'CONEXIÓN', 'conexio\u0301n', 'esta rot', 'nino', 'caffè', 'caffe', 'cone'])
    expect(ids(text), text).toEqual(['c1'])
  expect(ids('rot esta')).toEqual([])
})

test('[EN11] what means something to the index means nothing in a question', () => {
  const { log, queue, find } = setup()
  queue.take([log.open('c1', { body: 'refund or credit, not both AND quickly' })])
  const nasty = [
    '"',
    "'",
    '*',
    '""',
    'refund"',
    'refund OR',
    'AND',
    'NOT refund',
    'refund NEAR credit',
    'text:refund',
    'refund*',
    '^refund',
    '(refund',
    'refund)',
    '-refund',
    '{a b}: c',
    'a + b',
    "'; DROP TABLE cases; --",
    '\u0000',
    'refund\u0000',
    '\ud800',
    '%',
    '_',
    '🙂',
    '́',
    'हिन्दी',
    '\ue000refund\ue001'
  ]
  for (const text of nasty) expect(() => find(text), JSON.stringify(text)).not.toThrow()
  expect(find('refund*').rows).toHaveLength(1)
  expect(find('text:refund').rows).toHaveLength(0)
  expect(find('(both) "quickly"').rows).toHaveLength(1)
  for (const empty of ['', '   ', '"', '🙂', '***'])
    expect(find(empty)).toEqual({ rows: [], next: null, total: 0 })
  expect(termsOf('a '.repeat(400))).toHaveLength(12)
})

test('[EN11] words that were not sent yet are found, and no longer once the server said no to them', () => {
  const { log, queue, ids } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'smells of kangaroo' })
  expect(ids('kangaroo')).toEqual(['c1'])
  const op = must(listUnanswered(queue.db, 1)[0], 'op')
  queue.take([], { results: [answer(op, 0, { outcome: 'rejected', refusal: { type: 'NoSuchCase' } })] })
  expect(ids('kangaroo')).toEqual([])
})

test('[EN11] words are found once, by the time they are a fact', () => {
  const { log, queue, find } = setup()
  queue.take([log.open('c1')])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'smells of kangaroo' })
  const op = must(listUnanswered(queue.db, 1)[0], 'op')
  queue.take([log.act('c1', ana, { type: 'case.note', body: 'smells of kangaroo' }, op.opId)], {
    results: [answer(op, log.seq)]
  })
  expect(find('kangaroo')).toMatchObject({ rows: [{ id: 'c1' }], total: 1 })
  expect(queue.db.prepare('SELECT id FROM words_docsize WHERE id < 0').all()).toEqual([])
})

test('[EN11] a case that left is not found by a single word of it, nor is what is still waiting on it', () => {
  const { log, queue, ids } = setup()
  queue.take([
    log.open('c1', { body: 'about a kangaroo' }),
    log.act('c1', ben, { type: 'case.claim' }),
    log.act('c1', ben, { type: 'case.reply', body: 'a wombat, rather' })
  ])
  queue.act({ type: 'case.note', caseId: 'c1', body: 'or a quokka' })
  expect(['kangaroo', 'wombat', 'quokka'].map((word) => ids(word).length)).toEqual([1, 1, 1])
  log.skip(1)
  queue.take([
    {
      kind: 'gone',
      seq: log.seq,
      caseId: CaseId.parse('c1'),
      to: queueOf('L1/tech'),
      by: ben.id,
      why: 'case.transferred'
    }
  ])
  expect(['kangaroo', 'wombat', 'quokka'].map((word) => ids(word).length)).toEqual([0, 0, 0])
  expect(queue.db.prepare('SELECT count(*) AS n FROM words_docsize WHERE id > 0').get()).toEqual({ n: 0 })
})

test('[EN11] one row a case, and how many in all is said when that is known', () => {
  const { log, queue, find } = setup()
  const changes = Array.from({ length: 30 }, (_none, n) =>
    log.open(`c${n}`, { body: `kangaroo number ${n}` })
  )
  queue.take(changes)
  queue.take([log.act('c3', ben, { type: 'case.note', body: 'kangaroo again' })])
  const all = find('kangaroo')
  expect(new Set(all.rows.map((row) => row.id)).size).toBe(30)
  expect(all).toMatchObject({ total: 30, next: null })
  expect(find('kangaroo', 10)).toMatchObject({ rows: { length: 10 }, total: null })
})

test('[EN12] hits stand between marks, and nobody can write such a mark', () => {
  const { log, queue, find } = setup()
  queue.take([log.open('c1', { body: `My \ue000bill\ue001 and \ue000 my re\ue001fund are wrong` })])
  const [row] = find('refund wrong').rows
  expect(row).toBeUndefined()
  const snippet = find('wrong').rows[0]?.snippet ?? ''
  expect(snippet).toContain(`are ${HIT_START}wrong${HIT_END}`)
  expect(snippet.split(HIT_START)).toHaveLength(2)
  expect(snippet.split(HIT_END)).toHaveLength(2)
  expect(find('bill').rows[0]?.snippet).toContain(`My ${HIT_START}bill${HIT_END} and`)
})

test('[EN12] a piece of text is cut around its first hit, and every hit in it is marked as it was written', () => {
  const text = `${'lead in '.repeat(40)}Conexión perdida, conexion rota${' and so on'.repeat(40)}`
  const snippet = snipperOf(['conexion'])(text)
  expect(snippet.startsWith('…') && snippet.endsWith('…')).toBe(true)
  expect(snippet).toContain(`${HIT_START}Conexión${HIT_END} perdida, ${HIT_START}conexion${HIT_END} rota`)
  expect(snippet.replace(/[\ue000\ue001]/g, '').length).toBeLessThanOrEqual(162)
  expect(snipperOf(['nothing'])('short')).toBe('short')
  expect(snipperOf(['x'])('')).toBe('')
  expect(snipperOf(['bar', 'bar'])('bar barn')).toBe(`${HIT_START}bar${HIT_END} ${HIT_START}barn${HIT_END}`)
  expect(snipperOf(['bar', 'x'])('barn bar x')).toBe(`barn ${HIT_START}bar${HIT_END} ${HIT_START}x${HIT_END}`)
})
