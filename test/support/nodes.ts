import { expect, onTestFinished, vi } from 'vitest'
import type { Report } from '../../src/server/desk.ts'
import type { OpenedHome } from '../../src/server/home/open-shared-home.ts'
import { type CuttingProxy, cuttingProxy } from './cutting-proxy.ts'
import { everyRow } from './every-row.ts'
import { pgHome } from './homes.ts'
import { newWorkspace } from './places.ts'
import { server, type TestServer } from './server.ts'

/** A node of a workspace: a server on a home that others share. `heard`: what its home reported. */
export type Node = TestServer & {
  readonly home: OpenedHome
  readonly line: CuttingProxy
  readonly told: { readonly event: string; readonly details: Readonly<Record<string, unknown>> }[]
}

type Given = NonNullable<Parameters<typeof pgHome>[1]> & {
  readonly courier?: NonNullable<Parameters<typeof server>[0]>['courier']
}

/** One more node; the first one of a workspace sets it up. Every node has a line of its own to the database. */
export async function startNode(workspace: string, given: Given = {}, joins = true): Promise<Node> {
  const line = await cuttingProxy(workspace)
  onTestFinished(() => line.close())
  const told: { event: string; details: Readonly<Record<string, unknown>> }[] = []
  const report: Report = (event, details) => void told.push({ event, details })
  const { courier, ...more } = given
  const home = await pgHome(line.url, { report, ...more })
  const names = `${Math.random().toString(36).slice(2)}-`
  let ids = 0
  const host = await server({
    home,
    joins,
    devices: `device-${names}`,
    newId: () => `${names}${++ids}`,
    ...(courier && { courier })
  })
  return Object.assign(host, { home, line, told })
}

/** Two nodes of a new workspace. */
export async function twoNodes(given: Given = {}): Promise<{ one: Node; other: Node; workspace: string }> {
  const workspace = newWorkspace()
  const one = await startNode(workspace, given, false)
  const other = await startNode(workspace, given)
  return { one, other, workspace }
}

/** All have heard everything, and every row of every table is the same. */
export async function expectSame(...nodes: readonly Pick<Node, 'home'>[]): Promise<void> {
  await vi.waitFor(
    async () => {
      for (const { home } of nodes) await home.catchUp()
    },
    { timeout: 10_000 }
  )
  const [first, ...others] = nodes.map(({ home }) => everyRow(home.db))
  expect(Object.keys(first ?? {}).length).toBeGreaterThan(15)
  for (const other of others) expect(other).toEqual(first)
}
