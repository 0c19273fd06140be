import path from 'node:path'
import { must } from '../../shared/lib/must.ts'
import { readMatrixFile, refusalOf } from '../commands/matrix/matrix-file.ts'
import { readPeople } from '../commands/people-file.ts'
import { type Core, createCore } from '../core.ts'
import type { Home } from '../home/home.ts'
import { refusalInEnglish } from '../import/english.ts'
import { parseMapping } from '../import/parse-mapping.ts'
import { progressPrinter } from '../import/progress-printer.ts'
import { runImport } from '../import/run-import.ts'
import { listMappings } from '../jobs/mappings.ts'
import { findMatrix, newestMatrixVer } from '../log/matrices.ts'
import { findSeeded, markSeeded } from '../log/meta.ts'
import { resourcesDir } from '../resources-dir.ts'
import { tellStory } from './tell-story.ts'

export type DemoGiven = {
  readonly home: Home
  readonly data: string
  readonly now: () => number
  readonly newId: () => string
  /** Tells the person who waits how far it is. */
  readonly say: (line: string) => void
}

const DATA = [
  'uci-incidents-2465.csv.gz',
  'alessandria-reports-4651.csv.gz',
  'cfpb-complaints-280.csv',
  'cfpb-narratives-300.csv.gz'
]

/** Fills a demo workspace, each part once: one that was cut short goes on at the next start. */
export async function seedDemo(given: DemoGiven): Promise<void> {
  const { home, now, newId } = given
  const core = createCore({ home, now, newId })
  await once(home, 'people', () => putStaff(core))
  await once(home, 'matrix', () => publish(core))
  for (const file of DATA) {
    await once(home, file, () => importFile(given, core, file))
  }
  await once(home, 'story', () => tellStory(given, demoDir()))
}

async function once(home: Home, part: string, work: () => Promise<void>): Promise<void> {
  if (findSeeded(home.db, part)) return
  await work()
  await home.write((tx) => markSeeded(tx, part))
}

async function putStaff(core: Core): Promise<void> {
  for (const one of readPeople(path.join(demoDir(), 'people.yaml'))) await core.putPerson(one)
}

async function publish(core: Core): Promise<void> {
  const file = path.join(demoDir(), 'matrix.yaml')
  const published = await core.publishMatrix(readMatrixFile(file), 'Alex Moreau')
  if (!published.ok) throw refusalOf(file, published.error)
}

async function importFile({ home, data, now, say }: DemoGiven, core: Core, file: string): Promise<void> {
  const name = file.replace(/-\d+\.csv(\.gz)?$/, '')
  const shipped = must(
    listMappings().find((one) => one.name === name),
    `mapping ${name}`
  )
  const mapping = parseMapping(shipped.text)
  if (!mapping.ok) throw new Error(`the shipped mapping ${name} cannot be read`)
  const answer = await runImport(
    {
      file: path.join(resourcesDir(), 'data', file),
      mapping: mapping.value,
      matrix: must(findMatrix(home.db, newestMatrixVer(home.db)), 'matrix'),
      jobsFolder: path.join(data, 'imports')
    },
    { log: core.importLog, now, onProgress: progressPrinter((line) => say(`${name}: ${line}`)) }
  )
  if (!answer.ok) throw new Error(`${file}: ${refusalInEnglish(answer.error)}`)
  say(`${name}: ${answer.value.imported} cases`)
}

function demoDir(): string {
  return path.join(resourcesDir(), 'demo')
}
