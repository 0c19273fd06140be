import { once } from 'node:events'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { matrix } from '../../test/support/cases.ts'
import { readMatrixText } from '../matrix-text/read-matrix-text.ts'
import { writeMatrixText } from '../matrix-text/write-matrix-text.ts'
import { AT_WORK, matrixTexts, ON_THE_SPOT, type TextTask } from './matrix-texts.ts'

const THREAD = path.join(import.meta.dirname, 'matrix-thread.ts')
const texts = matrixTexts(THREAD)
const LONG = `${'# what is said beside it\n'.repeat(ON_THE_SPOT / 20)}${writeMatrixText(matrix(), 'yaml')}`
const LARGE = matrix({
  functional: Array.from({ length: 200 }, (_none, i) => ({ ...matrix().functional[0], id: `row-${i}` }))
})

/** What is done meanwhile, once the loop has gone round: a text read on the loop itself would be there already. */
async function isThereAtOnce(answer: Promise<unknown>): Promise<boolean> {
  let there = false
  void answer.then(() => {
    there = true
  })
  await setImmediate()
  return there
}

test('[MX46] a long text is read while the engine goes on, and says what it says', async () => {
  const read = texts.read(LONG)
  expect(await isThereAtOnce(read)).toBe(false)
  expect(await read).toEqual({ ok: true, value: matrix() })
  const wrong = LONG.replace('L2/', 'L9/').replace('currency: EUR', 'currency: euros')
  expect(readMatrixText(wrong).ok).toBe(false)
  expect(await texts.read(wrong)).toEqual(readMatrixText(wrong))
})

test('[MX46] a large document is written while the engine goes on', async () => {
  const written = texts.write(LARGE, 'yaml')
  expect(await isThereAtOnce(written)).toBe(false)
  expect(await written).toBe(writeMatrixText(LARGE, 'yaml'))
})

test('[MX46] the thread says that it is there, then what it was asked for', async () => {
  const task: TextTask = { kind: 'read', text: LONG }
  const said: unknown[] = []
  const thread = new Worker(THREAD, { workerData: task })
  thread.on('message', (message) => said.push(message))
  await once(thread, 'exit')
  expect(said).toEqual([AT_WORK, { ok: true, value: matrix() }])
})

test('[MX46] a short text is done on the spot', async () => {
  const short = writeMatrixText(matrix(), 'yaml')
  expect(short.length).toBeLessThan(ON_THE_SPOT)
  expect(await isThereAtOnce(texts.read(short))).toBe(true)
})

test('[MX46] where no thread can be had, a long text is read all the same', async () => {
  const threadless = matrixTexts(path.join(import.meta.dirname, 'nothing-here.ts'))
  expect(await threadless.read(LONG)).toEqual({ ok: true, value: matrix() })
})
