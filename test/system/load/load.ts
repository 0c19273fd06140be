import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { v7 } from 'uuid'
import { makeTokens } from '../../../src/server/auth/tokens.ts'
import { createCore, nameStore } from '../../../src/server/core.ts'
import { openHome, type Place } from '../../../src/server/open-home.ts'
import type { Welcome } from '../../../src/shared/protocol/sync.ts'
import { matrix, opened, people, person, queue } from '../../support/cases.ts'
import { newDatabase, startCluster } from '../../support/postgres.ts'
import { makeNode, type Node } from '../chaos/node.ts'
import { helloOf, newSeat, sitDown } from '../fuzz/seat.ts'
import type { Said as BareSaid } from './bare.ts'
import type { Said as EnginesSaid } from './engines.ts'
import { type Histogram, merged, quantile } from './histogram.ts'
import type { Caller, Heard } from './light.ts'
import type { Said as ListenerSaid } from './listener.ts'
import { makeWriter, type Writer, write } from './writers.ts'

export type Asked = {
  readonly store: 'sqlite' | 'postgres'
  readonly nodes: 1 | 2
  /** Light consoles, which only listen. */
  readonly consoles: number
  /** Whole consoles with a database each. */
  readonly engines: number
  /** Facts a second that the writers make. */
  readonly rate: number
  /** How long each of the two sides is measured, and then the whole consoles. */
  readonly seconds: number
  readonly say: (line: string) => void
}

/** `bare_*`: the same frames from a bare Socket.IO server to as many sockets; `engine_*`: until they are on the disk of whole consoles. */
export type Report = {
  readonly store: string
  readonly nodes: number
  readonly consoles: number
  readonly ops_s: number
  readonly deltas_s: number
  readonly p50_ms: number
  readonly p99_ms: number
  readonly kb_per_console: number
  readonly bare_deltas_s: number
  readonly bare_p50_ms: number
  readonly bare_p99_ms: number
  readonly p99_ratio: number
  readonly engines: number
  readonly engine_deltas_s: number
  readonly engine_p50_ms: number
  readonly engine_p99_ms: number
}

const WRITERS = 4
const CASES = 40
/** Each side is measured so often, in turn, so that what else the machine does falls on both. */
const ROUNDS = 2
const SETTLE_MS = 1_500

/** Measures a server that has many consoles, beside a bare broadcast of the same frames in the same run. */
export async function load(asked: Asked): Promise<Report> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-load-'))
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  try {
    return await run(asked, folder, undo)
  } finally {
    for (const work of undo.reverse()) await work()
  }
}

async function run(asked: Asked, folder: string, undo: (() => unknown)[]): Promise<Report> {
  const { store, consoles, engines, rate, seconds, say } = asked
  const { places, begin } = await placesFor(asked, folder, undo)
  const { tokens, caseIds } = await beginWorkspace(begin, WRITERS + consoles + engines)
  const nodes: Node[] = []
  for (const args of places) {
    const node = await makeNode(args)
    undo.push(() => node.stop())
    await node.start()
    nodes.push(node)
  }
  const urls = nodes.map(({ port }) => `http://127.0.0.1:${port}`)
  const url = (n: number): string => urls[n % urls.length] ?? ''
  const writers = tokens.slice(0, WRITERS).map(({ id, token }) => makeWriter(id, token, caseIds))
  const listener = child('listener.ts', undo)
  const bare = child('bare.ts', undo)
  const bareUrl = (await next<BareSaid>(bare)) as { url: string }

  await write(writers, url(0), 5, 1_000)
  const known = await standingOf(tokens[0], url(0))
  const before = nodes.reduce((sum, node) => sum + memoryOf(node), 0)
  for (const [n, one] of urls.entries()) {
    const callers = tokens
      .slice(WRITERS, WRITERS + consoles)
      .filter((_one, index) => index % urls.length === n)
      .map(
        ({ id, token }): Caller => ({
          token,
          deviceId: `light-of-${id}`,
          scopes: ['L1/billing', `user:${id}`],
          ...known
        })
      )
    await ask<ListenerSaid>(listener, { connect: { url: one, callers } })
  }
  const kb = (nodes.reduce((sum, node) => sum + memoryOf(node), 0) - before) / consoles
  say(`${consoles} consoles are connected`)
  await ask<ListenerSaid>(listener, {
    connect: { url: bareUrl.url, callers: Array.from({ length: consoles }, () => null) }
  })

  const ours = { ops: 0, heard: [] as Heard[] }
  const theirs: Heard[] = []
  const ms = (seconds * 1_000) / ROUNDS
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.ops += await write(writers, url(round), rate, ms)
    ours.heard.push(await settled(listener))
    await ask<BareSaid>(bare, { rate, ms, fact: FACT })
    theirs.push(await settled(listener))
  }
  listener.kill()
  bare.kill()
  const whole = await wholeConsoles(asked, tokens.slice(WRITERS + consoles), writers, url, folder, undo)
  const latency = merged(ours.heard.map((one) => one.latency))
  const bareLatency = merged(theirs.map((one) => one.latency))
  const perSecond = (all: readonly { deltas: number }[], over: number): number =>
    Math.round(all.reduce((sum, { deltas }) => sum + deltas, 0) / over)
  const [p99, bareP99] = [quantile(latency, 0.99), quantile(bareLatency, 0.99)]
  return {
    store,
    nodes: nodes.length,
    consoles,
    ops_s: Math.round(ours.ops / seconds),
    deltas_s: perSecond(ours.heard, seconds),
    p50_ms: quantile(latency, 0.5),
    p99_ms: p99,
    kb_per_console: Math.round(kb * 10) / 10,
    bare_deltas_s: perSecond(theirs, seconds),
    bare_p50_ms: quantile(bareLatency, 0.5),
    bare_p99_ms: bareP99,
    p99_ratio: Math.round((p99 / Math.max(1, bareP99)) * 100) / 100,
    engines,
    engine_deltas_s: perSecond([whole], seconds),
    engine_p50_ms: quantile(whole.latency, 0.5),
    engine_p99_ms: quantile(whole.latency, 0.99)
  }
}

type Key = { readonly id: string; readonly token: string }

async function wholeConsoles(
  { seconds, rate, engines, say }: Asked,
  tokens: readonly Key[],
  writers: readonly Writer[],
  url: (n: number) => string,
  folder: string,
  undo: (() => unknown)[]
): Promise<{ deltas: number; latency: Histogram }> {
  if (engines === 0) return { deltas: 0, latency: {} }
  const process = child('engines.ts', undo)
  const consoles = tokens.map(({ id, token }) => {
    const own = path.join(folder, id)
    mkdirSync(own)
    return { token, folder: own }
  })
  await ask<EnginesSaid>(process, { open: { url: url(1), consoles } })
  say(`${engines} whole consoles are connected`)
  await ask<EnginesSaid>(process, { heard: 'since' })
  await write(writers, url(0), rate, seconds * 1_000)
  await pause(SETTLE_MS)
  const said = await ask<EnginesSaid>(process, { heard: 'since' })
  if (!('heard' in said)) throw new Error('the whole consoles said something else')
  return said.heard
}

/** A fact as the writers make them, for the other side. */
const FACT = {
  caseId: '01a201c9-03fe-7290-9297-6e8a9ddb8f7e',
  ver: 100,
  by: 'person-1',
  opId: 'load-12345-100000',
  event: { type: 'case.noted', body: '100000: she called again about the second charge.' }
}

async function placesFor(
  { store, nodes }: Asked,
  folder: string,
  undo: (() => unknown)[]
): Promise<{ begin: Place; places: string[][] }> {
  if (store === 'sqlite') {
    const data = path.join(folder, 'server')
    return { begin: { data }, places: [['--data', data]] }
  }
  const cluster = await startCluster({ durable: true })
  undo.push(() => cluster.stop())
  const database = await newDatabase(cluster.url(), 'load')
  const places = ['one', 'other']
    .slice(0, nodes)
    .map((name) => ['--data', path.join(folder, name), '--database', database])
  return { begin: { data: path.join(folder, 'first'), database }, places }
}

/** So many agents of one queue, their keys, and some cases in it. */
async function beginWorkspace(place: Place, staff: number): Promise<{ tokens: Key[]; caseIds: string[] }> {
  mkdirSync(place.data, { recursive: true })
  const home = await openHome(place, () => undefined)
  await nameStore(home, v7)
  const core = createCore({ home, now: Date.now, newId: v7 })
  const all = Array.from({ length: staff }, (_one, n) => person(`person-${n}`))
  await Promise.all([...people, ...all].map((one) => core.putPerson(one)))
  const published = await core.publishMatrix(matrix(), 'load')
  if (!published.ok) throw new Error(JSON.stringify(published.error))
  const keys = makeTokens(home, Date.now, () => undefined)
  const tokens = await Promise.all(all.map(async ({ id }) => ({ id, token: await keys.issue('person', id) })))
  const { subject, body, customer, channel, category } = opened()
  const made = await Promise.all(
    Array.from({ length: CASES }, () =>
      core.intake.open({ subject, body, customer, channel, category, queue: queue('L1/billing') })
    )
  )
  const caseIds = made.flatMap((one) => (one.ok ? [one.value.caseId as string] : []))
  await home.close()
  return { tokens, caseIds }
}

/** Where the server stands, for consoles that come with everything up to there. */
async function standingOf(
  key: Key | undefined,
  url: string
): Promise<Pick<Caller, 'storeId' | 'cursor' | 'peopleVer'>> {
  const seat = newSeat(key?.id ?? '', 'standing-of', key?.token ?? '')
  await sitDown(seat, url)
  const welcome = (await seat.line?.ask('sync:hello', { ...helloOf(seat), peopleVer: 0 })) as Welcome
  seat.line?.close()
  if (!welcome.ok || !welcome.people) throw new Error('the server does not say where it stands')
  return { storeId: welcome.storeId, cursor: welcome.seq, peopleVer: welcome.people.ver }
}

/** What a process has in memory (KB). */
function memoryOf({ pid }: Node): number {
  const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kb)
}

async function settled(listener: ChildProcess): Promise<Heard> {
  await pause(SETTLE_MS)
  const said = await ask<ListenerSaid>(listener, { heard: 'since' })
  if (!('heard' in said)) throw new Error('the light consoles said something else')
  return said.heard
}

function child(file: string, undo: (() => unknown)[]): ChildProcess {
  const started = fork(path.join(import.meta.dirname, file), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
  undo.push(() => started.kill('SIGKILL'))
  return started
}

function next<T>(from: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('a process of the run ended'))
    from.once('exit', ended)
    from.once('message', (said: T) => {
      from.off('exit', ended)
      if (typeof said === 'object' && said !== null && 'failed' in said)
        reject(new Error(String(said.failed)))
      else resolve(said)
    })
  })
}

function ask<T>(to: ChildProcess, asked: object): Promise<T> {
  const answer = next<T>(to)
  to.send(asked)
  return answer
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
