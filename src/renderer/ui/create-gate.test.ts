import { expect, test } from 'vitest'
import { createGate } from './create-gate.ts'

test('[CS20] what is pressed again while the first press is under way is done once, and it shows', async () => {
  const busy: boolean[] = []
  let done = 0
  let answer = (): void => undefined
  const pass = createGate((isBusy) => busy.push(isBusy))
  const send = () => {
    done += 1
    return new Promise<void>((finish) => {
      answer = finish
    })
  }
  const first = pass(send)
  await Promise.all([pass(send), pass(send)])
  expect([done, busy]).toEqual([1, [true]])
  answer()
  await first
  expect(busy).toEqual([true, false])
})

test('[CS20] after a failure it can be pressed again', async () => {
  const pass = createGate(() => undefined)
  await expect(pass(() => Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full')
  let done = 0
  await pass(() => {
    done += 1
  })
  expect(done).toBe(1)
})
