import pg from 'pg'
import type { Random } from '../../support/random.ts'
import type { Turns } from './alone.ts'
import type { Console } from './console.ts'
import type { Disk } from './disk.ts'
import { diskFaults } from './disk-faults.ts'
import type { Node } from './node.ts'
import type { Kept } from './promises.ts'
import type { Line, Weather } from './weather.ts'

/** What can be hurt. `database`: its processes, where there is one. */
export type Victims = {
  readonly consoles: readonly Console[]
  readonly nodes: readonly Node[]
  readonly nodeDisks: readonly Disk[]
  /** From each node to the database. */
  readonly toDatabase: readonly Line[]
  readonly database: { url: string; kill(): Promise<void>; start(): Promise<void> } | undefined
  /** Whose turn it is: a trap for what is said too early needs servers, disks and lines that are well otherwise. */
  readonly servers: Turns
  /** What the server has on its disk. */
  readonly kept: Kept
  /** What it did not have although somebody was told so, in words. */
  readonly forgotten: string[]
}

/** What was done to them, by name. `never`: what came to nothing each time. */
export type Done = {
  readonly hit: ReadonlyMap<string, number>
  readonly kills: number
  readonly never: readonly string[]
}

/** `hurt` resolves when all is well again, with false when nobody felt anything. */
export type Fault = {
  readonly weight: number
  readonly name: string
  hurt(): Promise<boolean>
}
const ROUGH: readonly Weather[] = ['still', 'mute', 'deaf', 'slow', 'late', 'shut']

/**
 * Hurts somebody, again and again, until told to stop; several at once, every way once before any comes by chance. Resolves when
 * all that was hurt only for a while is well again.
 */
export async function wreak(
  dice: Random,
  victims: Victims,
  isOver: () => boolean,
  only?: readonly string[]
): Promise<Done> {
  const hit = new Map<string, number>()
  const all = [...faultsFor(dice, victims), ...diskFaults(dice, victims)]
  const faults = only ? all.filter(({ name }) => only.includes(name)) : all
  if (faults.length < (only?.length ?? 1))
    throw new Error(`known are ${all.map(({ name }) => name).join(', ')}`)
  const fresh = shuffled(dice, faults)
  const total = faults.reduce((sum, { weight }) => sum + weight, 0)
  const underWay = new Set<Promise<void>>()
  const begin = (fault: Fault): void => {
    const hurting = fault
      .hurt()
      .then((isFelt) => void (isFelt && hit.set(fault.name, (hit.get(fault.name) ?? 0) + 1)))
      .finally(() => underWay.delete(hurting))
    underWay.add(hurting)
  }
  while (fresh.length > 0 || !isOver()) {
    let left = dice.next() * total
    const isBeginning = fresh.length > 0
    const fault =
      fresh.pop() ??
      faults.find(({ weight }) => {
        left -= weight
        return left <= 0
      })
    if (fault) begin(fault)
    await pause(isBeginning ? 60 + dice.below(240) : 150 + dice.below(700))
  }
  await Promise.all(underWay)
  // What came to nothing because all else was hurt is tried again in peace.
  for (let tries = 0; tries < 3; tries += 1)
    for (const fault of faults.filter(({ name }) => !hit.has(name))) {
      begin(fault)
      await Promise.all(underWay)
    }
  const kills = [...hit].reduce((sum, [name, times]) => sum + (name.startsWith('kill') ? times : 0), 0)
  return { hit, kills, never: faults.map(({ name }) => name).filter((name) => !hit.has(name)) }
}

function shuffled<T>(dice: Random, of: readonly T[]): T[] {
  return of
    .map((one) => ({ one, at: dice.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

function faultsFor(dice: Random, { consoles, nodes, toDatabase, database, servers }: Victims): Fault[] {
  const rough = (name: string, weight: number, lines: readonly Line[], longest: number): Fault[] => [
    {
      weight,
      name: `${name} weather`,
      hurt: () =>
        servers.together(async () => {
          const line = dice.pick(lines)
          line.set(dice.pick(ROUGH))
          await pause(200 + dice.below(longest))
          line.set('clear')
          // What stood still for long may have been given up at either end.
          if (dice.chance(0.5)) line.cut()
          return true
        })
    },
    { weight, name: `${name} cut`, hurt: () => done(() => dice.pick(lines).cut()) },
    {
      weight,
      name: `${name} cut mid-message`,
      hurt: () => done(() => dice.pick(lines).cutAfter(dice.below(6_000)))
    }
  ]
  const some: Fault[] = [
    ...rough(
      'console line',
      3,
      consoles.map(({ line }) => line),
      4_000
    ),
    { weight: 4, name: 'kill console', hurt: () => done(() => dice.pick(consoles).kill()) },
    {
      weight: 2,
      name: 'kill node',
      hurt: () =>
        servers.together(async () => {
          const node = dice.pick(nodes)
          void node.kill()
          await pause(100 + dice.below(1_500))
          await node.start()
          return true
        })
    },
    {
      weight: 1,
      name: 'pause node',
      hurt: () =>
        servers.together(async () => {
          const node = dice.pick(nodes)
          node.pause()
          await pause(500 + dice.below(5_000))
          node.resume()
          return true
        })
    }
  ]
  if (!database) return some
  let isDown = false
  return [
    ...some,
    ...rough('database line', 1, toDatabase, 5_000),
    {
      weight: 0.7,
      name: 'kill database',
      hurt: () =>
        servers.together(async () => {
          if (isDown) return false
          isDown = true
          await database.kill()
          await pause(200 + dice.below(1_500))
          await database.start()
          isDown = false
          return true
        })
    },
    {
      weight: 1,
      name: 'kill database process',
      hurt: () => servers.together(() => killOneOf(dice, database.url))
    }
  ]
}

async function done(work: () => void): Promise<boolean> {
  work()
  return true
}

/** One process of the database ends as if the system had shot it: the database then throws everybody out and recovers. */
async function killOneOf(dice: Random, url: string): Promise<boolean> {
  // It may be away at the moment, or have nobody to serve.
  for (let tries = 0; tries < 50; tries += 1) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
      )
      if (rows.length > 0) process.kill(dice.pick(rows).pid, 'SIGKILL')
      await client.end().catch(() => undefined)
      if (rows.length > 0) return true
    } catch {
      // Asked again.
    }
    await pause(100)
  }
  return false
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
