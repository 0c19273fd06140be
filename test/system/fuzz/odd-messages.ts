import { Hello } from '../../../src/shared/protocol/sync.ts'
import { commands, loose, type Maker, named } from './making.ts'
import { helloOf, opsOf, pushOf } from './seat.ts'
import { deep, spoiledText } from './spoil.ts'

/** A message as text, with something wrong in the text. */
export const broken: Maker = (given) => {
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
export const unknownName: Maker = ({ dice, deck }) =>
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
export const odd: Maker = ({ dice }) => loose('odd', dice.pick(ODD_TEXTS))

export const binary: Maker = ({ dice, seat }) => {
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

export const huge: Maker = ({ dice, seat }) => {
  const size = dice.pick([250_000, 900_000, 1_100_000])
  const payload = {
    ...pushOf(seat, []),
    ops: [{ ev: 1, command: { type: 'case.note', body: 'a'.repeat(size) } }]
  }
  return named('huge', 'sync:push', payload, { leavesLost: true })
}

export const nested: Maker = ({ dice, seat }) => {
  const inner = deep(dice.pick([100, 20_000, 200_000]))
  const push = JSON.stringify({ ...pushOf(seat, []), ops: [] }).replace('"ops":[]', `"ops":[${inner}]`)
  const op = `{"ev":1,"opNo":${seat.headOpNo + 1},"command":{"type":"case.claim","deep":${inner}}}`
  const withOp = JSON.stringify({ ...pushOf(seat, []), ops: [] }).replace('"ops":[]', `"ops":[${op}]`)
  return loose('deep', `42["sync:push",${dice.pick([push, withOp])}]`)
}
