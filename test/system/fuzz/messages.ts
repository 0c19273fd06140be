import { z } from 'zod'
import { Command } from '../../../src/shared/case/command.ts'
import { CaseId } from '../../../src/shared/lib/ids.ts'
import { LooseOp, Op, opHash } from '../../../src/shared/protocol/op.ts'
import {
  Hello,
  Push,
  type Pushed,
  Seen,
  Snapped,
  Up,
  type Welcome
} from '../../../src/shared/protocol/sync.ts'
import { upcast } from '../../../src/shared/protocol/upcast.ts'
import { people } from '../../support/cases.ts'
import type { Random } from '../../support/random.ts'
import type { Sent } from './account.ts'
import type { Insight } from './acts.ts'
import type { Deck } from './deck.ts'
import { fits } from './fits.ts'
import { heardPushed, heardWelcome, helloOf, opsOf, pushOf, type Seat } from './seat.ts'
import { deep, spoiled, spoiledText } from './spoil.ts'

/** What was sent, as it is told when something went wrong. */
export type Said = { readonly personId: string; readonly kind: string; readonly text: string }

/** One message. `name` null: bytes nobody can say beforehand whether they are a message at all. */
export type Message = {
  readonly kind: string
  readonly name: string | null
  readonly payload: unknown
  /** What goes over the wire, under an ack of its own where it has a name; empty: the name and the payload as they should be written. */
  readonly texts: readonly (string | Uint8Array<ArrayBuffer>)[]
  /** The installation does not know where it stands after this. */
  readonly leavesLost: boolean
  hear(answer: unknown): void
}

/** What messages are made from. */
export type Given = {
  readonly dice: Random
  readonly deck: Deck
  readonly insight: Insight
  readonly seat: Seat
  /** The server's time. */
  readonly at: number
  /** Messages of before, anybody's. */
  readonly memory: readonly Said[]
  /** Keys to the door, by person. */
  readonly tokens: Readonly<Record<string, string>>
  newId(): string
}

type Maker = (given: Given) => Message

/** One of all kinds. */
export function anyMessage(given: Given): Message {
  let left = given.dice.next() * TOTAL
  const [, maker] =
    KINDS.find(([weight]) => {
      left -= weight
      return left <= 0
    }) ?? KINDS[0]
  return maker(given)
}

function named(kind: string, name: string, payload: unknown, more: Partial<Message> = {}): Message {
  return { kind, name, payload, texts: [], leavesLost: false, hear: () => undefined, ...more }
}

/** Bytes of our own making. */
function loose(kind: string, ...texts: (string | Uint8Array<ArrayBuffer>)[]): Message {
  return { kind, name: null, payload: null, texts, leavesLost: true, hear: () => undefined }
}

function pushing(
  kind: string,
  { seat }: Given,
  ops: readonly Op[],
  payload: unknown = pushOf(seat, ops)
): Message {
  return named(kind, 'sync:push', payload, {
    hear: (answer) => heardPushed(seat, ops, answer as Pushed | undefined)
  })
}

function commands(given: Given, count: number): unknown[] {
  const { dice, insight, seat, at, deck } = given
  return Array.from({ length: count }, () =>
    dice.chance(0.75)
      ? insight.plausible(dice, seat.personId, `words ${dice.below(1e6)}`, at)
      : deck.next(Command)
  )
}

const honest: Maker = (given) => {
  const count = given.dice.chance(0.02) ? given.dice.pick([63, 64]) : 1 + given.dice.below(3)
  return pushing('push', given, opsOf(given.seat, commands(given, count), given.newId))
}

/** One op is not what it should be; more often than not it follows the one before all the same, so that it gets as far as it can. */
const spoiledOp: Maker = (given) => {
  const { dice, seat } = given
  const [first, ...rest] = opsOf(seat, commands(given, 1 + dice.below(2)), given.newId)
  // Half of them are right but for the command: those get as far as the rules themselves.
  const wrong = (
    dice.chance(0.5) ? { ...first, command: spoiled(dice, first?.command) } : spoiled(dice, first)
  ) as Op
  const isObject = typeof wrong === 'object' && wrong !== null
  const op = isObject && dice.chance(0.7) ? rehashed(wrong, seat.headHash) : wrong
  return pushing('push spoiled op', given, [op, ...rest])
}

function rehashed(op: Op, previous: string): Op {
  try {
    return { ...op, hash: opHash(op, previous) }
  } catch {
    return op // nobody could hash this
  }
}

/** In the name of somebody else, from another installation, about another case than it says, from another time. */
const strange: Maker = (given) => {
  const { dice, seat, insight } = given
  const [op] = opsOf(seat, commands(given, 1), given.newId) as [Op]
  const other = dice.pick(people.filter(({ id }) => id !== seat.personId)).id
  const wrong = dice.pick<Partial<Op>>([
    { actorId: other },
    { actorId: 'system' as Op['actorId'] },
    { deviceId: `fuzz-${other}-1` },
    { actorId: other, deviceId: `fuzz-${other}-1` },
    { caseId: dice.pick(insight.hints()['caseId'] ?? []) as Op['caseId'] },
    { opNo: op.opNo + dice.pick([-1, 1, 5, 1e9]) },
    { storeId: 'another' },
    { grantId: `grant-of-${other}` },
    { deps: ['nothing-like-it' as Op['opId']] },
    { replay: true },
    { opId: dice.pick((insight.hints()['opId'] ?? []).concat('x')) as Op['opId'] },
    { tv: 9 }
  ])
  return pushing('push strange', given, [rehashed({ ...op, ...wrong }, seat.headHash)])
}

const spoiledPush: Maker = (given) => {
  const ops = opsOf(given.seat, commands(given, 1 + given.dice.below(3)), given.newId)
  return pushing('push spoiled', given, ops, spoiled(given.dice, pushOf(given.seat, ops)))
}

const tooMany: Maker = (given) => {
  const ops = opsOf(given.seat, commands(given, 1), given.newId)
  const many = Array.from({ length: given.dice.pick([65, 100, 1_000]) }, () => ops[0])
  return pushing('push too many', given, ops, { ...pushOf(given.seat, ops), ops: many })
}

const hello: Maker = ({ seat }) =>
  named('hello', 'sync:hello', helloOf(seat), {
    hear: (answer) => heardWelcome(seat, answer as Welcome | undefined)
  })

const spoiledHello: Maker = ({ dice, deck, seat }) => {
  const begun = dice.chance(0.5)
    ? helloOf(seat)
    : { ...(deck.next(Hello) as object), deviceId: seat.deviceId }
  return named('hello spoiled', 'sync:hello', spoiled(dice, begun), { leavesLost: true })
}

const othersHello: Maker = ({ dice, seat }) => {
  const deviceId = dice.pick([
    `fuzz-${dice.pick(people).id}-1`,
    'api:of-somebody',
    'constructor',
    '__proto__'
  ])
  return named('hello of others', 'sync:hello', { ...helloOf(seat), deviceId }, { leavesLost: true })
}

/** What consoles of before protocol 4 fetch by. */
const Boot = z.object({
  asOf: z.number().int().min(0).nullable(),
  after: CaseId.nullable(),
  scopeVer: z.number().int().min(0),
  max: z.number().int().min(1).max(200)
})
const OTHERS: readonly (readonly [name: string, takes: z.ZodType])[] = [
  ...Object.entries(Up).map(([name, { takes }]) => [name, takes] as const),
  ['sync:seen', Seen],
  ['sync:boot', Boot]
]

/** The files of what it may see, part by part, as a console that has nothing yet. */
const fetching: Maker = ({ dice, seat }) => {
  const { asOf, scopeVer, file, missing } = seat
  const isPart = file !== undefined && dice.chance(0.7)
  const scope = isPart
    ? file.scope
    : dice.chance(0.8)
      ? (missing[0] ?? 'L1/billing')
      : dice.pick(['L1/billing', '*', 'x'])
  const payload = isPart
    ? { scope, asOf, scopeVer, etag: file.etag, part: dice.below(file.parts.length + 1) }
    : { scope, asOf, scopeVer, packings: ['gzip'] }
  const message = named(isPart ? 'part' : 'snap', isPart ? 'sync:part' : 'sync:snap', payload)
  if (dice.chance(0.3)) return { ...message, payload: spoiled(dice, payload) }
  return {
    ...message,
    hear(answer) {
      const said = fits(Snapped, answer)
      if (said?.ok) seat.file = said.manifest
    }
  }
}

/** What the schemas take, as it is or with something wrong in it. */
const asked: Maker = ({ dice, deck, seat }) => {
  const [name, takes] = dice.pick(OTHERS)
  const drawn = deck.next(takes)
  const honestly = 'scopeVer' in Object(drawn) ? { ...Object(drawn), scopeVer: seat.scopeVer } : drawn
  const isSpoiled = dice.chance(0.5)
  const message = named(
    `${name}${isSpoiled ? ' spoiled' : ''}`,
    name,
    isSpoiled ? spoiled(dice, honestly) : honestly
  )
  return name === 'sync:hello' || name === 'sync:push' ? { ...message, leavesLost: true } : message
}

const othersToken: Maker = ({ dice, tokens, seat }) => {
  const token = dice.pick([...Object.values(tokens), 'x', seat.token, ''])
  return named('token', 'auth:token', { token })
}

/** Something that was said before, word for word; by whoever says it now. */
const again: Maker = (given) => {
  const { dice, memory } = given
  const earlier = memory.filter(({ text }) => text.startsWith('42'))
  if (earlier.length === 0) return hello(given)
  const { text } = dice.pick(earlier)
  const name = readText(text)?.name
  return name === undefined ? hello(given) : named('again', name, null, { texts: [text], leavesLost: true })
}

const broken: Maker = (given) => {
  const { dice, seat } = given
  const ops = opsOf(seat, commands(given, 1), given.newId)
  const [name, payload] = dice.pick([
    ['sync:push', pushOf(seat, ops)],
    ['sync:hello', helloOf(seat)],
    ['sync:pull', { cursor: 0, scopeVer: seat.scopeVer, max: 10 }]
  ])
  return loose('wire', spoiledText(dice, `42${dice.below(50) + 1_000_000}${JSON.stringify([name, payload])}`))
}

const NAMES = [
  '',
  'sync:',
  'sync:hell',
  'SYNC:PUSH',
  '__proto__',
  'constructor',
  'error',
  'sync:frame',
  'x'.repeat(100_000),
  '*'
]
const unknownName: Maker = ({ dice, deck }) =>
  named('name', dice.pick(NAMES), dice.chance(0.5) ? deck.next(Hello) : null)

/** Names Socket.IO keeps for itself, names that are none, messages without or with too much in them. */
const ODD_TEXTS = [
  '42["disconnect"]',
  '42["connect"]',
  '427000001[5,{}]',
  '427000001[]',
  '427000001[null]',
  '427000001{}',
  '427000001["sync:push"]',
  '427000001["sync:push",{},{},{}]',
  '42["sync:hello",{}]',
  '42-1["sync:pull",{}]',
  '4299999999999999999999["sync:pull",{}]',
  '431[{}]',
  '43999999[{}]',
  '40{}',
  '40{"token":"x"}',
  '44{}',
  '2probe',
  '3',
  '4',
  ''
]
const odd: Maker = ({ dice }) => loose('odd', dice.pick(ODD_TEXTS))

const binary: Maker = ({ dice, seat }) => {
  const bytes = new Uint8Array(dice.pick([0, 1, 1_000])).fill(dice.below(256))
  const place = (num: unknown): object => ({ _placeholder: true, num })
  const text = (attachments: unknown, payload: unknown): string =>
    `45${attachments}-7000007${JSON.stringify(['sync:push', payload])}`
  const push = { ...pushOf(seat, []), ops: [place(0)] }
  return dice.pick([
    loose('binary', text(1, push), bytes),
    loose('binary', text(1, place(0)), bytes),
    loose('binary', text(1, place(5)), bytes),
    loose('binary', text(1, place('__proto__')), bytes),
    loose('binary', text(2, push), bytes),
    loose('binary', text(-1, push)),
    loose('binary', text(1e9, push), bytes),
    loose('binary', bytes)
  ])
}

const huge: Maker = ({ dice, seat }) => {
  const size = dice.pick([250_000, 900_000, 1_100_000])
  const payload = {
    ...pushOf(seat, []),
    ops: [{ ev: 1, command: { type: 'case.note', body: 'a'.repeat(size) } }]
  }
  return named('huge', 'sync:push', payload, { leavesLost: true })
}

const nested: Maker = ({ dice, seat }) => {
  const inner = deep(dice.pick([100, 20_000, 200_000]))
  const push = JSON.stringify({ ...pushOf(seat, []), ops: [] }).replace('"ops":[]', `"ops":[${inner}]`)
  const op = `{"ev":1,"opNo":${seat.headOpNo + 1},"command":{"type":"case.claim","deep":${inner}}}`
  const withOp = JSON.stringify({ ...pushOf(seat, []), ops: [] }).replace('"ops":[]', `"ops":[${op}]`)
  return loose('deep', `42["sync:push",${dice.pick([push, withOp])}]`)
}

const KINDS: readonly [readonly [number, Maker], ...(readonly [number, Maker])[]] = [
  [26, honest],
  [18, spoiledOp],
  [7, strange],
  [6, spoiledPush],
  [1, tooMany],
  [4, hello],
  [6, spoiledHello],
  [2, othersHello],
  [12, asked],
  [4, fetching],
  [2, othersToken],
  [6, again],
  [4, broken],
  [2, unknownName],
  [2, odd],
  [1.5, binary],
  [0.2, huge],
  [0.3, nested]
]
const TOTAL = KINDS.reduce((total, [weight]) => total + weight, 0)

/** What a text says, if it is a message: blanks among the digits of its ack do not keep Socket.IO from reading it. */
function readText(text: string): { readonly name: string; readonly payload: unknown } | undefined {
  const [, list] = /^42[\d\s]*(\[.*)$/s.exec(text) ?? []
  try {
    const [name, payload] = JSON.parse(list ?? '') as unknown[]
    return typeof name === 'string' ? { name, payload } : undefined
  } catch {
    return undefined
  }
}

/**
 * Notes what of a text may change anything, by the schemas, by who sends it and by what it follows: never by what the server
 * makes of it.
 */
export function noteSent(sent: Sent, { seat, insight }: Pick<Given, 'seat' | 'insight'>, text: string): void {
  const read = readText(text)
  if (read?.name === 'sync:hello') {
    const asked = fits(Hello, read.payload)
    // A database knows no half letters either.
    if (asked) sent.devices.add(Buffer.from(asked.deviceId).toString())
  }
  if (read?.name !== 'sync:push') return
  const batch = fits(Push, read.payload)
  if (!batch) return
  const { deviceId, ops } = batch
  const head = insight.headHash(deviceId)
  let previous = head
  for (const raw of ops) {
    const op = fits(LooseOp, raw)
    if (op?.actorId !== seat.personId || op.deviceId !== deviceId) continue
    sent.devices.add(deviceId)
    sent.read.add(op.opId)
    const whole = fits(Op, upcast(op))
    const follows = (hash: string): boolean => opHash(raw as LooseOp, hash) === op.hash
    const before = sent.hashes.get(op.opNo - 1) ?? []
    if (whole && whole.command.caseId === whole.caseId && [previous, head, ...before].some(follows))
      sent.good.add(op.opId)
    sent.hashes.set(op.opNo, [...(sent.hashes.get(op.opNo) ?? []), op.hash])
    previous = op.hash
  }
}
