import { expect, test } from 'vitest'
import { makeTurns } from './alone.ts'

test('[CH5] nobody begins while somebody is alone, and who is alone waits for the others', async () => {
  const turns = makeTurns()
  const said: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => async () => {
    said.push(`${name} begins`)
    await new Promise<void>((resolve) => ends.set(name, resolve))
    said.push(`${name} ends`)
  }
  const end = async (name: string): Promise<void> => {
    await expect.poll(() => ends.has(name)).toBe(true)
    ends.get(name)?.()
  }
  const all = [
    turns.together(work('one')),
    turns.together(work('two')),
    turns.alone(work('alone')),
    turns.together(work('late'))
  ]
  await end('two')
  await end('one')
  await end('alone')
  await end('late')
  await Promise.all(all)
  expect(said).toEqual([
    'one begins',
    'two begins',
    'two ends',
    'one ends',
    'alone begins',
    'alone ends',
    'late begins',
    'late ends'
  ])
})
