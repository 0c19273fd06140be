import { z } from 'zod'
import { CaseId } from '../../../src/shared/lib/ids.ts'
import { type Op, opHash } from '../../../src/shared/protocol/op.ts'
import { Hello, Seen, Snapped, Up, type Welcome } from '../../../src/shared/protocol/sync.ts'
import { people } from '../../support/cases.ts'
import { fits } from './fits.ts'
import { commands, type Given, type Maker, type Message, named, pushing } from './making.ts'
import { readText } from './note-sent.ts'
import { binary, broken, huge, nested, odd, unknownName } from './odd-messages.ts'
import { heardWelcome, helloOf, opsOf, pushOf } from './seat.ts'
import { spoiled } from './spoil.ts'

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
