import pg from 'pg'
import type { Random } from '../../support/random.ts'
import type { Console } from './console.ts'
import type { Disk } from './disk.ts'
import type { Fault, Victims } from './faults.ts'
import { brokenPromises, watchAnswers } from './promises.ts'

/** A disk is as slow as that at the most: one that is shared, worn out or rebuilt takes this long for one write. */
const SLOWEST_MS = 700
/** So long a fault waits for somebody to feel it. */
const PATIENCE_MS = 15_000
/** How slow everything is while it is waited for an answer: long enough for what comes too early to be seen. */
const TRAP_MS = 2_000
/** By then what was on its way before has arrived. */
const SETTLED_MS = 1_500

/** Disks that take their time, and kills right behind what somebody was told. */
export function diskFaults(dice: Random, victims: Victims): Fault[] {
  const { consoles, nodeDisks, database, servers } = victims
  let isTrapSet = false
  const slow = (name: string, weight: number, disks: readonly Disk[]): Fault => ({
    weight,
    name: `slow disk of ${name}`,
    hurt: () =>
      servers.together(async () => {
        const disk = dice.pick(disks)
        const before = disk.waits
        const heal = disk.slow(40 + dice.below(SLOWEST_MS))
        await pause(500 + dice.below(3_000))
        await until(() => disk.waits > before)
        heal()
        return disk.waits > before
      })
  })
  const some: Fault[] = [
    slow(
      'a console',
      2,
      consoles.map(({ disk }) => disk)
    ),
    slow('a node', 2, nodeDisks),
    {
      weight: 2,
      name: 'kill console behind its word',
      hurt: () => servers.together(() => killBehindWord(consoles))
    },
    {
      weight: 0.5,
      name: 'kill servers behind an answer',
      async hurt() {
        if (isTrapSet) return false
        isTrapSet = true
        const isSprung = await servers.alone(() => killBehindAnswer(victims))
        isTrapSet = false
        return isSprung
      }
    }
  ]
  if (!database) return some
  return [
    ...some,
    {
      weight: 1.5,
      name: 'slow disk of the database',
      hurt: () => servers.together(() => slowCommits(database.url, 500 + dice.below(3_000)))
    }
  ]
}

/** All disks are slow, and the first engine that says something is saved ends. Gives whether one said so. */
async function killBehindWord(consoles: readonly Console[]): Promise<boolean> {
  const heal = consoles.map(({ disk }) => disk.slow(SLOWEST_MS))
  let off: (() => void)[] = []
  const isKilled = await new Promise<boolean>((resolve) => {
    const late = setTimeout(() => resolve(false), PATIENCE_MS)
    off = consoles.map((one) =>
      one.whenSaved(() => {
        for (const work of off) work()
        one.kill()
        clearTimeout(late)
        resolve(true)
      })
    )
  })
  for (const work of [...off, ...heal]) work()
  return isKilled
}

/**
 * As soon as a console has an answer on its disk, every node ends, and the database with them. Whatever any console was told by
 * then stands on the server's disk. What may come too early gets time to: the node's disk is slow, or what nodes say to the database comes late.
 */
async function killBehindAnswer(victims: Victims): Promise<boolean> {
  const { nodes, nodeDisks, toDatabase, database, forgotten, kept } = victims
  const consoles = await thoseWithACopy(victims.consoles)
  // Nodes that share a database have only copies on their own disks.
  const heal = database ? [] : nodeDisks.map((disk) => disk.slow(TRAP_MS))
  for (const line of toDatabase) line.set('behind')
  await pause(SETTLED_MS)
  const answers = watchAnswers(consoles)
  const isSprung = await until(() => answers.count() > 0, 3)
  if (isSprung) {
    const ends = nodes.map((node) => node.kill())
    for (const line of toDatabase) line.cut()
    await Promise.all([...ends, database?.kill()])
  }
  answers.close()
  for (const work of heal) work()
  for (const line of toDatabase) line.set('clear')
  if (!isSprung) return false
  await database?.start()
  forgotten.push(...(await brokenPromises(consoles, kept)))
  await Promise.all(nodes.map((node) => node.start()))
  return true
}

/** Waits until there is one. */
async function thoseWithACopy(consoles: readonly Console[]): Promise<Console[]> {
  const latest = performance.now() + PATIENCE_MS
  for (;;) {
    const have = await Promise.all(consoles.map((one) => one.hasCopy()))
    const found = consoles.filter((_one, index) => have[index])
    if (found.length > 0 || performance.now() > latest) return found
    await pause(100)
  }
}

/**
 * The database writes its commits and does not say so for a while, as when its disk takes long over the log of them: whoever
 * commits waits with its locks held, everybody else goes on. It is told to wait for another server that does not exist, which is
 * the same place in a commit. Gives whether a commit had to wait.
 */
async function slowCommits(url: string, ms: number): Promise<boolean> {
  let isFelt = false
  await insist(url, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
  const end = performance.now() + ms
  const latest = performance.now() + PATIENCE_MS
  while (performance.now() < end || (!isFelt && performance.now() < latest)) {
    const rows = await ask(url, ["SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'"])
    isFelt ||= (rows?.length ?? 0) > 0
    await pause(40)
  }
  await insist(url, 'ALTER SYSTEM RESET synchronous_standby_names')
  return isFelt
}

/** It may be away at the moment, and must not come back as it went. */
async function insist(url: string, setting: string): Promise<void> {
  while (!(await ask(url, [setting, 'SELECT pg_reload_conf()']))) await pause(100)
}

/** The rows of the last of these; undefined where the database does not answer. */
async function ask(url: string, statements: readonly string[]): Promise<unknown[] | undefined> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    let rows: unknown[] = []
    for (const one of statements) rows = (await client.query(one)).rows
    await client.end()
    return rows
  } catch {
    return undefined
  }
}

/** Looks every so many ms until it is so, or patience ends; gives whether it was. */
async function until(isSo: () => boolean, everyMs = 50): Promise<boolean> {
  const latest = performance.now() + PATIENCE_MS
  while (performance.now() < latest) {
    if (isSo()) return true
    await pause(everyMs)
  }
  return false
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
