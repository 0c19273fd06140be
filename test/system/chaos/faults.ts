import pg from 'pg'
import type { Random } from '../../support/random.ts'
import type { Console } from './console.ts'
import type { Node } from './node.ts'
import type { Line, Weather } from './weather.ts'

/** What can be hurt. `database`: its processes, where there is one. */
export type Victims = {
  readonly consoles: readonly Console[]
  readonly nodes: readonly Node[]
  /** From each node to the database. */
  readonly toDatabase: readonly Line[]
  readonly database: { url: string; kill(): Promise<void>; start(): Promise<void> } | undefined
}

/** What was done to them, by name. */
export type Done = { readonly hit: ReadonlyMap<string, number>; readonly kills: number }

type Fault = { readonly weight: number; readonly name: string; hurt(): Promise<void> }
const ROUGH: readonly Weather[] = ['still', 'mute', 'deaf', 'slow', 'late', 'shut']

/** Hurts somebody, again and again, until told to stop; several at once. Resolves when all that was hurt only for a while is well again. */
export async function wreak(dice: Random, victims: Victims, isOver: () => boolean): Promise<Done> {
  const hit = new Map<string, number>()
  let kills = 0
  const faults = faultsFor(dice, victims)
  const total = faults.reduce((sum, { weight }) => sum + weight, 0)
  const underWay = new Set<Promise<void>>()
  while (!isOver()) {
    let left = dice.next() * total
    const fault = faults.find(({ weight }) => {
      left -= weight
      return left <= 0
    })
    if (fault) {
      hit.set(fault.name, (hit.get(fault.name) ?? 0) + 1)
      if (fault.name.startsWith('kill')) kills += 1
      const hurting = fault.hurt().finally(() => underWay.delete(hurting))
      underWay.add(hurting)
    }
    await pause(150 + dice.below(700))
  }
  await Promise.all(underWay)
  return { hit, kills }
}

function faultsFor(dice: Random, { consoles, nodes, toDatabase, database }: Victims): Fault[] {
  const rough = (name: string, weight: number, lines: readonly Line[], longest: number): Fault[] => [
    {
      weight,
      name: `${name} weather`,
      async hurt() {
        const line = dice.pick(lines)
        line.set(dice.pick(ROUGH))
        await pause(200 + dice.below(longest))
        line.set('clear')
        // What stood still for long may have been given up at either end.
        if (dice.chance(0.5)) line.cut()
      }
    },
    { weight, name: `${name} cut`, hurt: async () => dice.pick(lines).cut() },
    {
      weight,
      name: `${name} cut mid-message`,
      hurt: async () => dice.pick(lines).cutAfter(dice.below(6_000))
    }
  ]
  const some: Fault[] = [
    ...rough(
      'console line',
      3,
      consoles.map(({ line }) => line),
      4_000
    ),
    { weight: 4, name: 'kill console', hurt: async () => dice.pick(consoles).kill() },
    {
      weight: 2,
      name: 'kill node',
      async hurt() {
        const node = dice.pick(nodes)
        node.kill()
        await pause(100 + dice.below(1_500))
        await node.start()
      }
    },
    {
      weight: 1,
      name: 'pause node',
      async hurt() {
        const node = dice.pick(nodes)
        node.pause()
        await pause(500 + dice.below(5_000))
        node.resume()
      }
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
      async hurt() {
        if (isDown) return
        isDown = true
        await database.kill()
        await pause(200 + dice.below(1_500))
        await database.start()
        isDown = false
      }
    },
    { weight: 1, name: 'kill database process', hurt: () => killOneOf(dice, database.url) }
  ]
}

/** One process of the database ends as if the system had shot it: the database then throws everybody out and recovers. */
async function killOneOf(dice: Random, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    if (rows.length > 0) process.kill(dice.pick(rows).pid, 'SIGKILL')
    await client.end()
  } catch {
    // It is away at the moment, or was when we asked.
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
