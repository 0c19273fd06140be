import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { v7 } from 'uuid'
import { lockFolder } from '../../sqlite/lock-folder.ts'
import { digestOf } from '../home/digest.ts'
import { moveIn, NotEmpty } from '../home/move-in.ts'
import { openPgLog } from '../home/pg/pg-log.ts'
import { headSeq } from '../log/facts.ts'
import { MIGRATIONS } from '../log/migrations/all.ts'
import { openLog } from '../open-log.ts'
import { flag, readFlags } from './args.ts'
import { BadInput } from './bad-input.ts'
import { databaseProblem, openDatabase } from './data-folder.ts'

type Say = (line: string) => void

/** Moves a workspace out of a data folder into an empty database. The folder's log is set aside once all of it is there. */
export async function migrateCommand(args: readonly string[], out: Say): Promise<void> {
  const flags = readFlags(args, ['data'])
  const [data, url] = [flag(flags, 'data'), flags['database'] ?? process.env['DATABASE_URL'] ?? '']
  const missing = [data || '--data', url || '--database'].filter((one) => one.startsWith('--'))
  if (missing.length > 0) throw new BadInput(`missing: ${missing.join(', ')}`)
  const file = path.join(data, 'server.db')
  if (!existsSync(file)) throw new BadInput(`${data} is not the data folder of a server: it has no server.db`)
  // What a server answered after the last row was read would be lost.
  const letGo = lockFolder(data)
  if (!letGo) throw new BadInput(`${data} is in use by a server: stop it first; nothing was changed`)
  try {
    await moved(data, file, url, out)
  } finally {
    letGo()
  }
}

async function moved(data: string, file: string, url: string, out: Say): Promise<void> {
  const source = openLog(data)
  let facts: number
  try {
    // Nobody else writes from here on: a command that still runs on the folder is told to wait, and ends in vain.
    source.prepare('BEGIN IMMEDIATE').run()
    facts = headSeq(source)
    out(`${facts} facts and all that belongs to them are moved`)
    await copied(url, source)
    await compared(url, digestOf(source), out)
    source.prepare('ROLLBACK').run()
  } finally {
    source.close()
  }
  renameSync(file, `${file}.moved`)
  out(`done: ${facts} facts, the same on both sides. The old log is kept as ${file}.moved`)
}

async function copied(url: string, from: ReturnType<typeof openLog>): Promise<void> {
  const node = v7()
  const schema = MIGRATIONS.at(-1)?.version ?? 0
  try {
    const log = await openPgLog({ url, node, report: () => undefined, isGuest: true })
    try {
      await moveIn({ log, from, schema, node, newCommitId: v7 })
    } finally {
      await log.close()
    }
  } catch (error) {
    if (error instanceof NotEmpty) throw new BadInput(`--database: ${error.message}; nothing was changed`)
    throw databaseProblem(error)
  }
}

/** What a new node makes of the database, against what was moved into it. */
async function compared(url: string, wanted: Record<string, string>, out: Say): Promise<void> {
  const home = await openDatabase(url)
  try {
    const there = digestOf(home.db)
    const unlike = Object.keys(wanted).filter((table) => there[table] !== wanted[table])
    if (unlike.length > 0) {
      throw new BadInput(
        `what arrived differs from what was sent, in ${unlike.join(', ')}: the folder stays as it is, empty the database`
      )
    }
    out(`facts ${wanted['facts']}`)
    await home.checkpoint()
  } finally {
    await home.close()
  }
}
