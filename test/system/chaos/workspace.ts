import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { v7 } from 'uuid'
import { createCore, nameStore } from '../../../src/server/core.ts'
import { markDemo } from '../../../src/server/log/meta.ts'
import { openHome, type Place } from '../../../src/server/open-home.ts'
import { matrix, opened, people, queue } from '../../support/cases.ts'

const FIRST_CASES = 24

/** Begins a workspace with the people, the matrix and a few cases of the tests, and lets it go again. It is a demo: who they say they are lets people in. */
export async function beginWorkspace(place: Place): Promise<void> {
  mkdirSync(place.data, { recursive: true })
  const home = await openHome(place, () => undefined)
  await nameStore(home, v7)
  const core = createCore({ home, now: Date.now, newId: v7 })
  await home.write((tx) => markDemo(tx))
  for (const person of people) await core.putPerson(person)
  const published = await core.publishMatrix(matrix(), 'ada')
  if (!published.ok) throw new Error(JSON.stringify(published.error))
  const { subject, body, customer, channel, category } = opened()
  for (let n = 0; n < FIRST_CASES; n += 1) {
    const at = queue(n % 4 === 3 ? 'L2/billing' : 'L1/billing')
    const made = await core.intake.open({
      subject,
      body,
      customer: { ...customer, id: `c-${n}` },
      channel,
      category,
      queue: at
    })
    if (!made.ok) throw new Error(made.error.message)
  }
  await home.close()
}

/** Where a node of a shared workspace keeps its copy. */
export function replicaOf(data: string): string {
  return path.join(data, 'replica', 'replica.db')
}
