import { afterAll, onTestFinished } from 'vitest'
import type { Home } from '../../src/server/home/home.ts'
import type { OpenedHome } from '../../src/server/home/open-shared-home.ts'
import type { Hooks } from '../../src/sqlite/db.ts'
import { tempFolder as folderOf, makePlace, type NodeGiven, openNode } from './places.ts'

/** A home of a workspace of its own, closed with the test. `hooks`: around each commit. */
export function testHome(hooks?: Hooks): Promise<Home> {
  return makePlace({ afterwards }).open(hooks)
}

/** A node of a workspace, closed with the test. */
export function pgHome(url: string, given?: NodeGiven): Promise<OpenedHome> {
  return openNode(afterwards, url, given)
}

/** A folder that goes with the test. */
export function tempFolder(): string {
  return folderOf(afterwards)
}

const leftOver: (() => unknown)[] = []
afterAll(async () => {
  for (const work of leftOver.splice(0).reverse()) await work()
})

/** After the test; or after the file, for what is shared by its tests. */
function afterwards(work: () => unknown): void {
  try {
    onTestFinished(async () => {
      await work()
    })
  } catch {
    leftOver.push(work)
  }
}
