import { connect, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openLine } from './weather.ts'

/** Two ends of a line, and what arrived at each. */
async function ends() {
  const arrived = { there: '', here: '' }
  let called: Socket | undefined
  const server = createServer((socket) => {
    called = socket
    socket.on('data', (bytes) => {
      arrived.there += bytes
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no address')
  const line = await openLine(() => address.port)
  const caller = connect(line.port, '127.0.0.1')
  caller.on('data', (bytes) => {
    arrived.here += bytes
  })
  let isOver = false
  caller.on('error', () => undefined)
  caller.on('close', () => {
    isOver = true
  })
  await vi.waitFor(() => expect(called).toBeDefined())
  onTestFinished(async () => {
    caller.destroy()
    await line.close()
    server.close()
  })
  return { line, caller, called: called as Socket, arrived, isOver: () => isOver }
}

const LONG = Array.from({ length: 400 }, (_one, index) => `${index},`).join('')

test('[CH4] bytes arrive whole and in their order in any weather that lets them through', async () => {
  const { line, caller, called, arrived } = await ends()
  for (const weather of ['clear', 'slow', 'late', 'behind', 'clear'] as const) {
    line.set(weather)
    caller.write(LONG)
    called.write(LONG)
  }
  await vi.waitFor(() => expect(arrived).toEqual({ there: LONG.repeat(5), here: LONG.repeat(5) }), {
    timeout: 10_000
  })
})

test('[CH4] a line that stands still keeps what is said, one that is deaf or mute only one side of it', async () => {
  const { line, caller, called, arrived } = await ends()
  line.set('mute')
  caller.write('a')
  called.write('b')
  await vi.waitFor(() => expect(arrived).toEqual({ there: '', here: 'b' }))
  line.set('deaf')
  called.write('c')
  await vi.waitFor(() => expect(arrived).toEqual({ there: 'a', here: 'b' }))
  line.set('still')
  caller.write('d')
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(arrived).toEqual({ there: 'a', here: 'b' })
  line.set('clear')
  await vi.waitFor(() => expect(arrived).toEqual({ there: 'ad', here: 'bc' }))
})

test('[CH4] a line is cut after just so many bytes, and a shut one lets nobody in', async () => {
  const { line, caller, arrived, isOver } = await ends()
  line.cutAfter(7)
  caller.write('0123456789')
  await vi.waitFor(() => expect(isOver()).toBe(true))
  expect(arrived.there).toBe('0123456')
  expect(line.cuts).toBe(1)
  line.set('shut')
  const late = connect(line.port, '127.0.0.1')
  await expect(new Promise((resolve) => late.on('error', () => resolve('shut')))).resolves.toBe('shut')
})
