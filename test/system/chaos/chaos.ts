import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ana, ben, lea, max, sol } from '../../support/cases.ts'
import { newDatabase, startCluster } from '../../support/postgres.ts'
import { type Random, seeded } from '../../support/random.ts'
import { makeTurns } from './alone.ts'
import { type Console, makeConsole } from './console.ts'
import { type Disk, makeDisk } from './disk.ts'
import { type Done, type Victims, wreak } from './faults.ts'
import { makeNode, type Node } from './node.ts'
import { keptAt, keptIn } from './promises.ts'
import { openReceiver } from './receiver.ts'
import { countWaiting, judgeAll, openReader, type Verdict } from './verdict.ts'
import { type Line, openLine } from './weather.ts'
import { beginWorkspace, replicaOf } from './workspace.ts'

export type Asked = {
  readonly store: 'sqlite' | 'postgres'
  /** How long it is rough. */
  readonly seconds: number
  readonly seed: number
  /** Nothing but these faults, by name. */
  readonly only?: readonly string[]
  /** A deliberate fault in a server or a console, as JSON. */
  readonly plant?: string
  readonly say: (line: string) => void
}

export type Report = Verdict &
  Done & {
    readonly forgotten: readonly string[]
    readonly diedAlone: readonly string[]
    readonly restMs: number
    readonly broke: readonly string[]
  }

/** Ana sits at two machines. */
const STAFF = [ana, ana, ben, sol, lea, max]
/** So long everything has to come to rest once it is well again. */
const REST_MS = 90_000
/** What looks lost or doubled for so long is. */
const FOR_GOOD_MS = 10_000
const SECRET = 'chaos-chaos-chaos-chaos'

/** Real processes on real sockets: people work while everything is hurt, and in the end every saved op has exactly one outcome. */
export async function chaos({ store, seconds, seed, plant, only, say }: Asked): Promise<Report> {
  const dice = seeded(seed)
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-chaos-'))
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  try {
    return await run({ store, seconds, plant, ...(only && { only }), say, dice, folder, undo })
  } finally {
    for (const work of undo.reverse()) await work()
  }
}

type Given = Omit<Asked, 'seed' | 'plant'> & {
  plant: string | undefined
  dice: Random
  folder: string
  undo: (() => unknown)[]
}

async function run(given: Given): Promise<Report> {
  const { seconds, say, dice, undo, plant } = given
  process.env['TIERLINE_WEBHOOK_SECRET'] = SECRET
  if (plant !== undefined) process.env['TIERLINE_PLANT'] = plant
  undo.push(() => delete process.env['TIERLINE_PLANT'])
  const receiver = await openReceiver(dice)
  undo.push(() => receiver.close())
  const { nodes, files, ...hurtable } = await startServers(given, receiver.url)
  const consoles = await startConsoles(given, nodes)
  say(`${consoles.length} consoles, ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}`)

  const end = performance.now() + seconds * 1_000
  const isOver = (): boolean => performance.now() > end
  let isQuiet = false
  const hurting = wreak(dice, { consoles, nodes, ...hurtable }, isOver, given.only).finally(() => {
    isQuiet = true
  })
  // Some faults wait for what somebody does: people work for as long as anything is hurt.
  const [done] = await Promise.all([hurting, ...consoles.map((one) => one.work(() => isQuiet))])
  receiver.heal()
  for (const line of [...hurtable.toDatabase, ...consoles.map((one) => one.line)]) {
    line.set('clear')
    line.cut()
  }
  await Promise.all(nodes.map((node) => node.start()))
  const rested = await comeToRest(files, consoles, receiver.asked)
  const diedAlone = nodes.flatMap((node) => [...node.diedAlone])
  const { forgotten } = hurtable
  return {
    ...rested,
    forgotten,
    ...done,
    diedAlone,
    broke: nodes.flatMap((node) => [...node.broke])
  }
}

type Servers = Omit<Victims, 'consoles'> & { readonly files: readonly string[] }

async function startServers({ store, plant, folder, undo }: Given, webhook: string): Promise<Servers> {
  const common = { servers: makeTurns(), forgotten: [], nodeDisks: [] as Disk[] }
  const hooks = ['--webhook', webhook, '--webhook-kinds', 'grant,allow,mail']
  const start = async (name: string, args: readonly string[]): Promise<Node> => {
    const disk = makeDisk(path.join(folder, `${name}.disk`))
    const node = await makeNode([...args, ...hooks], { disk, plant })
    common.nodeDisks.push(disk)
    undo.push(() => {
      node.resume()
      return node.stop()
    })
    await node.start()
    if (!node.isUp) throw new Error('a node does not start')
    return node
  }
  if (store === 'sqlite') {
    const data = path.join(folder, 'server')
    await beginWorkspace({ data })
    const nodes = [await start('server', ['--data', data])]
    const file = path.join(data, 'server.db')
    return { ...common, nodes, files: [file], toDatabase: [], database: undefined, kept: keptIn(file) }
  }
  const cluster = await startCluster({ durable: true })
  undo.push(() => cluster.stop())
  const url = await newDatabase(cluster.url(), 'chaos')
  await beginWorkspace({ data: path.join(folder, 'first'), database: url })
  const nodes: Node[] = []
  const files: string[] = []
  const toDatabase: Line[] = []
  for (const name of ['one', 'other']) {
    const line = await openLine(() => cluster.port)
    undo.push(() => line.close())
    toDatabase.push(line)
    const data = path.join(folder, name)
    const through = new URL(url)
    through.port = String(line.port)
    nodes.push(await start(name, ['--data', data, '--database', through.href]))
    files.push(replicaOf(data))
  }
  return {
    ...common,
    nodes,
    files,
    toDatabase,
    kept: keptAt(url),
    database: { url, kill: () => cluster.kill(), start: () => cluster.start() }
  }
}

async function startConsoles({ dice, folder, undo }: Given, nodes: readonly Node[]): Promise<Console[]> {
  const consoles: Console[] = []
  for (const [index, person] of STAFF.entries()) {
    // Which node a connection goes to is chance, as behind a balancer; one that is known to be down gets none.
    const line = await openLine(
      () =>
        dice.pick(
          nodes
            .filter(({ isUp }) => isUp)
            .concat(nodes)
            .slice(0, nodes.length)
        ).port
    )
    undo.push(() => line.close())
    const name = `${person.id}${index}`
    const one = makeConsole({ name, person, data: path.join(folder, name), line, dice })
    undo.push(() => one.stop())
    consoles.push(one)
  }
  await Promise.all(consoles.map((one) => one.signIn()))
  return consoles
}

/**
 * Looks again and again until nothing is stuck any more, or for as long as it may take; what is lost or doubled then is for good.
 * Gives how long that took.
 */
async function comeToRest(
  files: readonly string[],
  consoles: readonly Console[],
  asked: ReadonlyMap<string, readonly string[]>
): Promise<Verdict & { readonly restMs: number }> {
  const from = performance.now()
  for (;;) {
    await Promise.all(consoles.map((one) => one.hurry()))
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const restMs = Math.round(performance.now() - from)
    const isLate = restMs > REST_MS
    if (!isLate && consoles.some((one) => countWaiting(one) > 0)) continue
    const servers = files.map(openReader)
    const verdict = judgeAll(servers, consoles, asked)
    for (const server of servers) server.close()
    const isSettled = verdict.stuck === 0 && (verdict.wrong.length === 0 || restMs > FOR_GOOD_MS)
    if (isLate || isSettled) return { ...verdict, restMs }
  }
}
