import { expect, test } from 'vitest'
import { AGENTS, AssistDesk } from '../../../test/support/assist.ts'
import { type AuditEntry, brokenAt, nextEntry } from './audit.ts'
import { withoutQuery } from './without-query.ts'

const ID = 'session-0123456789'

function record(): AuditEntry[] {
  const desk = new AssistDesk().begin().bring('diego').give('diego', 'type')
  desk.customer({ type: 'end' })
  const lines: AuditEntry[] = []
  for (const one of desk.happened) lines.push(nextEntry(ID, lines.at(-1), one))
  return lines
}

test('[AV14] a record is whole as it was written', () => {
  const lines = record()
  expect(lines.length).toBeGreaterThan(8)
  expect(brokenAt(ID, lines)).toBeNull()
  expect(brokenAt(ID, [])).toBeNull()
})

test('[AV14] a line that was changed, taken out, put in or moved shows, and so does another session’s record', () => {
  const lines = record()
  for (const [index, line] of lines.entries()) {
    const changed = [
      { ...line, at: line.at + 1 },
      { ...line, by: { who: 'agent' as const, personId: AGENTS.ben.id } },
      { ...line, event: { type: 'code_failed' as const } },
      { ...line, hash: '0'.repeat(64) }
    ]
    for (const one of changed) expect(brokenAt(ID, lines.with(index, one))).toBe(index + 1)
    const isLast = index === lines.length - 1
    if (!isLast) expect(brokenAt(ID, lines.toSpliced(index, 1))).toBe(index + 1)
    expect(brokenAt(ID, lines.toSpliced(index, 0, line))).toBe(index + 2)
  }
  expect(brokenAt('session-another', lines)).toBe(1)
})

test('[AV15] an address is kept without query, fragment and name', () => {
  expect(withoutQuery('https://ana:pw@shop.example/cart/7?token=abc#pay')).toBe('https://shop.example/cart/7')
  expect(withoutQuery('https://shop.example#a?b')).toBe('https://shop.example')
  expect(withoutQuery(`https://shop.example/${'a'.repeat(900)}`)).toHaveLength(500)
  const desk = new AssistDesk().begin()
  desk.customer({ type: 'go_to', url: 'https://shop.example/pay?card=4111111111111111' })
  expect(desk.happened.at(-1)?.event).toEqual({ type: 'went_to', url: 'https://shop.example/pay' })
})
