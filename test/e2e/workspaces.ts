import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { markDemo, markSeeded } from '../../src/server/log/meta.ts'
import { openLog } from '../../src/server/open-log.ts'
import { CASES } from './cases.ts'
import { runServer, startServer } from './launch.ts'

/** `demo`: what `npm start` shows, thousands of cases. `small`: its people, matrix and story, and the cases of the tests. */
export type Workspace = 'demo' | 'small'

const VARIABLE = 'TIERLINE_E2E_WORKSPACES'
const IMPORTED = [
  'uci-incidents-2465.csv.gz',
  'alessandria-reports-4651.csv.gz',
  'cfpb-complaints-280.csv',
  'cfpb-narratives-300.csv.gz'
]

/** Once before all tests: fills a workspace of each kind, for every test to copy. */
export default async function prepare(): Promise<(() => void) | undefined> {
  if (process.env[VARIABLE]) return undefined // made by hand, to try one test many times
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tierline-e2e-workspaces-'))
  await Promise.all([makeDemo(path.join(folder, 'demo')), makeSmall(path.join(folder, 'small'))])
  process.env[VARIABLE] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** A copy of a workspace in a folder of its own. */
export function copyWorkspace(kind: Workspace, to: string): string {
  const from = process.env[VARIABLE]
  if (!from) throw new Error('There are no workspaces: run the tests with `npm run test:e2e`')
  const data = path.join(to, 'server')
  cpSync(path.join(from, kind), data, { recursive: true })
  return data
}

async function makeDemo(data: string): Promise<void> {
  const server = await startServer('demo', data)
  await server.stop()
}

async function makeSmall(data: string): Promise<void> {
  mkdirSync(data, { recursive: true })
  const db = openLog(data)
  db.write((tx) => {
    markDemo(tx)
    for (const part of IMPORTED) markSeeded(tx, part)
  })
  db.close()
  const server = await startServer('demo', data)
  const token = runServer('integration', 'add', '--data', data, '--name', 'shop').trim().split(' ').at(-1)
  for (const one of CASES) {
    const answer = await fetch(new URL('/api/cases', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(one)
    })
    if (!answer.ok) throw new Error(`${one.subject}: ${await answer.text()}`)
  }
  await server.stop()
}
