import Database from 'better-sqlite3'
import { z } from 'zod'
import { Down, Up } from '../../../src/shared/protocol/sync.ts'
import { people } from '../../support/cases.ts'
import { seeded } from '../../support/random.ts'
import { nothingSent, openAccount, type Sent, wrongInLog } from './account.ts'
import { openInsight } from './acts.ts'
import { startTarget, type Target } from './child.ts'
import { openDeck } from './deck.ts'
import { atTheDoor, byHttp } from './doors.ts'
import { PATIENCE_MS } from './line.ts'
import type { Message, Said } from './making.ts'
import { anyMessage } from './messages.ts'
import { noteSent } from './note-sent.ts'
import { newSeat, type Seat, sitDown } from './seat.ts'
import { openTally } from './tally.ts'

export type Asked = {
  readonly messages: number
  readonly seed: number
  /** A deliberate fault, as JSON, to see whether the run notices. */
  readonly plant?: string
  readonly onProgress?: (done: number) => void
  /** Ends earlier, after so many ms of real time; 0: never. */
  readonly withinMs?: number
}

/** What came of a run. Of everything after `refused` there must be none, but for growth within the limit. */
export type Report = {
  readonly messages: number
  readonly applied: number
  readonly refused: number
  readonly unanswered: number
  readonly misshapen: number
  readonly crashes: number
  readonly changes_without_op: number
  readonly endings_untold: number
  /** Bytes held at the end over those at a quarter of the run. */
  readonly heap_growth: number
  readonly isFlat: boolean
  /** What went wrong, the first of each, with what was sent. */
  readonly troubles: readonly string[]
  /** How many messages of each kind there were. */
  readonly kinds: ReadonlyMap<string, number>
}

/** Growth up to here is the noise of a heap, not something that is kept for every message. */
const FLAT_SHARE = 0.15
const FLAT_BYTES = 6 * 1024 * 1024
/** After so many faults a run has nothing more to say; where one was put in deliberately, after the first. */
const ENOUGH = 20
/** A page of cases, as older consoles fetch them. */
const Booted = z.object({
  ok: z.literal(true),
  asOf: z.number(),
  cases: z.array(z.unknown()),
  next: z.string().nullable()
})
/** What is said to whoever asks something nobody answers to. */
const No = z.object({ ok: z.literal(false), why: z.string(), message: z.string().min(1) })

/** Sends everything a server takes, right and wrong, and looks after each round what it changed. */
export async function fuzz(asked: Asked): Promise<Report> {
  const target = await startTarget(asked.plant === undefined ? {} : { plant: asked.plant })
  const db = new Database(target.file, { readonly: true })
  try {
    return await run(asked, target, db)
  } finally {
    db.close()
    await target.stop()
  }
}

async function run(
  { messages, seed, plant, onProgress, withinMs = 0 }: Asked,
  target: Target,
  db: Database.Database
): Promise<Report> {
  const dice = seeded(seed)
  const insight = openInsight(db)
  const deck = openDeck(dice, insight.hints)
  const account = openAccount(db)
  const seats = people.flatMap(({ id }) => {
    const token = target.tokens[id] ?? ''
    return [newSeat(id, `fuzz-${id}-1`, token), newSeat(id, `fuzz-${id}-2`, token)]
  })
  const tally = openTally()
  const { sums, kinds, troubles, trouble } = tally
  const doors = { dice, deck, insight, target, tally }
  const memory: Said[] = []
  let ids = 0
  let early: number | undefined
  let before = nothingSent()
  const started = performance.now()
  const isOver = (): boolean =>
    sums.messages >= messages ||
    sums.changes + sums.crashes > (plant === undefined ? ENOUGH : 0) ||
    (withinMs > 0 && performance.now() - started > withinMs)
  const share = (): number =>
    Math.max(sums.messages / messages, withinMs > 0 ? (performance.now() - started) / withinMs : 0)
  account.look(nothingSent())
  try {
    while (!isOver()) {
      const sent = nothingSent()
      const said = await round(sent)
      await target.settle()
      await target.settle()
      // What a connection that was cut had asked may still be done in the round after.
      const looked = account.look(merged(before, sent))
      before = sent
      sums.applied += looked.applied
      sums.changes += looked.breaches.length
      for (const breach of looked.breaches) trouble(`changed without an op: ${breach}`, said)
      for (const broken of target.takeBroken()) {
        sums.crashes += 1
        trouble(`broke: ${broken}`, said)
      }
      if (early === undefined && share() >= 0.25) {
        early = await quietHeap(seats, target)
        for (const { deviceId } of seats) before.devices.add(deviceId)
      }
      onProgress?.(sums.messages)
    }
  } catch (error) {
    // What a broken server has written may break whoever reads it; then that it is broken has been told already.
    if (target.crashed === null && troubles.length === 0) throw error
    sums.crashes += 1
    troubles.push(target.crashed ?? String(error))
  }
  const late = target.crashed === null ? await quietHeap(seats, target) : 0
  for (const seat of seats) seat.line?.close()
  const wrong = sums.changes + sums.crashes > 0 ? [] : wrongInLog(db)
  troubles.push(...wrong)
  const growth = early === undefined || early === 0 ? 0 : late / early - 1
  const { changes, ...rest } = sums
  return {
    ...rest,
    changes_without_op: changes + wrong.length,
    endings_untold: target.endings.untold,
    heap_growth: Math.round(growth * 1_000) / 1_000,
    isFlat: growth < FLAT_SHARE || late - (early ?? 0) < FLAT_BYTES,
    troubles,
    kinds
  }

  /** A few messages, from one person or from several, over the wire or over HTTP. */
  async function round(sent: Sent): Promise<Said[]> {
    const at = await target.advance(200 + dice.below(2_000))
    if (dice.chance(0.12)) {
      const some: Said[] = []
      for (let n = 0; n < 4; n += 1) some.push(await byHttp(doors, sent))
      return some
    }
    if (dice.chance(0.02)) return atTheDoor(doors)
    const several = dice.chance(0.1) ? 3 : 1
    const chosen = new Set(Array.from({ length: several }, () => dice.pick(seats)))
    const all = await Promise.all([...chosen].map((seat) => from(seat, sent, at)))
    return all.flat()
  }

  async function from(seat: Seat, sent: Sent, at: number): Promise<Said[]> {
    sent.devices.add(seat.deviceId)
    await sitDown(seat, target.url)
    const { line } = seat
    if (!line) return []
    const count = dice.chance(0.5) ? 1 : dice.chance(0.02) ? 400 : 2 + dice.below(6)
    const { tokens } = target
    const given = { dice, deck, insight, seat, at, memory, tokens, newId: () => `f-${seed}-${++ids}` }
    const made = Array.from({ length: count }, () => anyMessage(given))
    const answers = made.map((message) => deliver(line, message, seat, sent))
    if (made.some(({ name }) => name === null)) answers.push(deliver(line, PROBE, seat, sent))
    const said = await Promise.all(answers)
    if (made.some(({ leavesLost }) => leavesLost)) seat.isLost = true
    // Who may have said hello as an older console is told things in older words.
    for (const { name, payload } of seat.isLost ? line.takeHeard().slice(0, 0) : line.takeHeard()) {
      const shape = (Down as Readonly<Record<string, z.ZodType>>)[name]
      if (shape?.safeParse(payload).success) continue
      sums.misshapen += 1
      trouble(`said unasked, in no shape: ${name} ${JSON.stringify(payload)}`, said)
    }
    return said
  }

  /** Sends it, waits for its answer where it has one, and looks at the answer's shape. */
  async function deliver(
    line: NonNullable<Seat['line']>,
    message: Message,
    seat: Seat,
    sent: Sent
  ): Promise<Said> {
    tally.sent(message.kind)
    const ack = message.name === null ? undefined : line.nextAck()
    const [written = line.textOf(message.name, [message.payload]), ...more] = message.texts
    const first =
      ack === undefined || typeof written !== 'string' ? written : written.replace(/^42[\d\s]*/, `42${ack}`)
    // Half a letter goes over the wire as the sign for one that is missing.
    const text = typeof first === 'string' ? Buffer.from(first).toString() : ''
    const said = { personId: seat.personId, kind: message.kind, text }
    noteSent(sent, { seat, insight }, text)
    const answered = ack === undefined ? undefined : line.answerTo(ack)
    for (const one of [first, ...more]) line.raw(one)
    if (memory.push(said) > 300) memory.shift()
    if (answered === undefined || message.name === null) return said
    const answer = await orNothing(answered)
    message.hear(answer === NOTHING ? undefined : answer)
    if (answer === NOTHING) {
      sums.unanswered += 1
      trouble('nobody answered', [said])
    } else if (answer !== undefined) checkShape(message.name, answer, said)
    return said
  }

  function checkShape(name: string, answer: unknown, said: Said): void {
    const { ok, stop } = (answer ?? {}) as { ok?: unknown; stop?: unknown }
    if (ok === false || (stop !== undefined && stop !== null)) sums.refused += 1
    const shape = Object.hasOwn(Up, name) ? Up[name as keyof typeof Up].gives : null
    const isRight =
      shape?.safeParse(answer).success ||
      No.safeParse(answer).success ||
      (answer === null && /^sync:(seen|boot)$/.test(name)) ||
      (name === 'sync:boot' && Booted.safeParse(answer).success)
    if (isRight) return
    sums.misshapen += 1
    trouble(`an answer in no shape: ${JSON.stringify(answer)}`, [said])
  }
}

/** After bytes that may be no message: whoever is still there answers this. */
const PROBE: Message = {
  kind: 'probe',
  name: 'sync:seen',
  payload: { cursor: 0 },
  texts: [],
  leavesLost: false,
  hear: () => undefined
}

const NOTHING = Symbol('nothing')
function orNothing(answer: Promise<unknown>): Promise<unknown> {
  let patience: NodeJS.Timeout | undefined
  const nothing = new Promise((resolve) => {
    patience = setTimeout(() => resolve(NOTHING), PATIENCE_MS)
  })
  return Promise.race([answer, nothing]).finally(() => clearTimeout(patience))
}

function merged(one: Sent, other: Sent): Sent {
  return {
    good: new Set([...one.good, ...other.good]),
    read: new Set([...one.read, ...other.read]),
    hashes: other.hashes,
    devices: new Set([...one.devices, ...other.devices]),
    done: new Map([...one.done, ...other.done])
  }
}

/** As many connections as at the first look, so that only what is kept for messages differs. */
async function quietHeap(seats: readonly Seat[], target: Target): Promise<number> {
  for (const seat of seats) await sitDown(seat, target.url)
  return target.heap()
}
