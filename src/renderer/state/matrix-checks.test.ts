import { expect, test } from 'vitest'
import { matrix } from '../../../test/support/cases.ts'
import { checkMatrix } from '../../shared/escalation/check/check-matrix.ts'
import { NOTHING_AROUND } from '../../shared/escalation/check/document.ts'
import type { Finding } from '../../shared/escalation/finding.ts'
import { type CheckAsked, createChecker } from './matrix-checks.ts'

/** Workers that answer when they are told to. */
function workers() {
  const started: { answer(): void; ended: boolean }[] = []
  const start = () => {
    const asked: CheckAsked[] = []
    const worker = {
      onmessage: null as ((event: MessageEvent<readonly Finding[]>) => void) | null,
      postMessage: (one: CheckAsked) => void asked.push(one),
      terminate: () => {
        own.ended = true
      }
    }
    const own = {
      ended: false,
      answer() {
        const last = asked.at(-1)
        if (!last || own.ended) return
        worker.onmessage?.({ data: checkMatrix(last.doc, last.around).findings } as MessageEvent)
      }
    }
    started.push(own)
    return worker
  }
  return { started, start }
}

const good = { doc: matrix(), around: NOTHING_AROUND }
const [row, ...rest] = good.doc.functional
const bad = {
  ...good,
  doc: { ...good.doc, functional: row ? [{ ...row, acceptMinutes: 9_999 }, ...rest] : [] }
}

test('[CO16] a document that comes while another is checked takes its place; only the last one is told', () => {
  const { started, start } = workers()
  const checker = createChecker(start)
  const told: string[][] = []
  const tell = (found: readonly Finding[]) => void told.push(found.map(({ code }) => code))
  checker.check(good, () => told.push(['too late']))
  checker.check(bad, tell)
  expect(started.map(({ ended }) => ended)).toEqual([true, false])
  for (const one of started) one.answer()
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('accept_after_resolve')
})

test('[CO16] the same worker goes on when it is free, and is let go in the end', () => {
  const { started, start } = workers()
  const checker = createChecker(start)
  let told = 0
  for (const asked of [good, bad, good]) {
    checker.check(asked, () => (told += 1))
    for (const one of started) one.answer()
  }
  expect(started).toHaveLength(1)
  expect(told).toBe(3)
  checker.stop()
  expect(started[0]?.ended).toBe(true)
})
