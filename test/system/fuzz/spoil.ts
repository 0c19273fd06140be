import type { Random } from '../../support/random.ts'

type Node = { readonly parent: Record<string, unknown>; readonly key: string; readonly depth: number }

/**
 * The same value with one to three things wrong: a field of another type, missing, doubled under a wrong name, huge, deep, a
 * name that means something to the language, one place's value in another. The given value stays as it is.
 */
export function spoiled(dice: Random, value: unknown): unknown {
  const root = { value: structuredClone(value) }
  const times = 1 + dice.below(3)
  for (let n = 0; n < times; n += 1) spoilOnce(dice, root)
  return root.value
}

function spoilOnce(dice: Random, root: { value: unknown }): void {
  const nodes = nodesOf(root)
  const { parent, key } = dice.pick(nodes)
  const other = dice.pick(nodes)
  switch (dice.below(8)) {
    case 0:
      if (Array.isArray(parent)) cutOut(parent, Number(key))
      else if (parent !== root) delete parent[key]
      return
    case 1:
      return put(parent, `${key}${dice.pick(['', ' ', 's', '\0'])}`, structuredClone(other.parent[other.key]))
    case 2:
      return put(parent, dice.pick(NAMES), dice.pick([parent[key] ?? 0, null, {}, { isAdministrator: true }]))
    case 3:
      return put(parent, key, structuredClone(dice.pick(ODD)()))
    case 4:
      return put(parent, key, structuredClone(other.parent[other.key]))
    case 5:
      return put(parent, key, nudged(dice, parent[key]))
    case 6:
      return put(parent, key, [parent[key], parent[key]])
    default:
      return put(parent, key, { ...spreadable(parent[key]), [dice.pick(NAMES)]: dice.pick(ODD)() })
  }
}

/** Not `splice`, which asks the list for its constructor: that may be spoiled already. */
function cutOut(list: unknown[], at: number): void {
  if (Number.isNaN(at)) return
  list.copyWithin(at, at + 1)
  list.length -= 1
}

/** Every place in a value, the value itself among them. */
function nodesOf(root: { value: unknown }): Node[] {
  const found: Node[] = []
  const walk = (parent: object, depth: number): void => {
    for (const key of Object.keys(parent).slice(0, 80)) {
      const fields = parent as Record<string, unknown>
      found.push({ parent: fields, key, depth })
      const inner = fields[key]
      if (typeof inner === 'object' && inner !== null && depth < 12 && found.length < 400)
        walk(inner, depth + 1)
    }
  }
  walk(root, 0)
  return found
}

/** As a plain field, also where the name is one that JavaScript has plans for. */
function put(parent: Record<string, unknown>, key: string, value: unknown): void {
  if (Array.isArray(parent) && key === 'length') return
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true })
}

function spreadable(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : { value }
}

/** A little beside what it was. */
function nudged(dice: Random, value: unknown): unknown {
  if (typeof value === 'number')
    return dice.pick([value + 1, value - 1, -value, value + 0.5, value * 1e9, `${value}`])
  if (typeof value === 'string')
    return dice.pick([
      `${value} `,
      value.toUpperCase(),
      value.slice(1),
      `${value}\u0000`,
      `${value}\u202e\ud800`,
      value.repeat(50),
      ''
    ])
  if (typeof value === 'boolean') return dice.pick([!value, Number(value), String(value)])
  return null
}

/** Names of fields that a careless reader would take for something else. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toJSON',
  'hasOwnProperty',
  'length',
  'then',
  '_placeholder',
  ''
] as const

const ODD: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 0.1,
  () => 1e308,
  () => 2 ** 53,
  () => '',
  () => 'x',
  () => '"; DROP TABLE facts; --',
  () => '../../etc/passwd',
  () => '\ud83d',
  () => '\u0000'.repeat(40),
  () => 'a'.repeat(70_000),
  () => [],
  () => {},
  () => ({}),
  () => Array.from({ length: 1_000 }, (_one, index) => index),
  () => Object.fromEntries(Array.from({ length: 500 }, (_one, index) => [`k${index}`, index])),
  () => ({ _placeholder: true, num: 0 }),
  () => JSON.parse('{"length":{"toString":1,"valueOf":null},"size":{"valueOf":null}}') as unknown,
  () => ({ length: 1e9, size: -1 }),
  () => JSON.parse('{"__proto__":{"isAdministrator":true},"type":"case.claim"}') as unknown,
  () => JSON.parse('{"type":"case.claim","toString":1,"valueOf":null,"then":1}') as unknown
]

/** JSON that lists can be nested in far deeper than anybody means it. */
export function deep(depth: number): string {
  return `${'['.repeat(depth)}1${']'.repeat(depth)}`
}

/** The text of a message with something wrong in it: cut, doubled, with numbers and letters that JSON does not know. */
export function spoiledText(dice: Random, text: string): string {
  const at = dice.below(text.length + 1)
  switch (dice.below(9)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(at)
    case 2:
      return `${text.slice(0, at)}${dice.pick(['\0', '\ud800', '"', '}', ']', ',', '\\', '1e999', 'NaN', '\ufeff'])}${text.slice(at)}`
    case 3:
      return text.replace(
        /\d+/,
        dice.pick(['1e999', '-0', 'NaN', 'Infinity', '99999999999999999999999', '10n', '0x10'])
      )
    case 4:
      return text.replace(
        /"[^"]*"/,
        dice.pick(['null', '{}', '"__proto__"', '"disconnect"', '"connect_error"', '5'])
      )
    case 5:
      return `${text}${text}`
    case 6:
      return text.replace(
        /^4?2?/,
        dice.pick(['41', '43', '44', '45', '461-', '451-', '4', '5', '6', '0', '1', '42/admin,', '9'])
      )
    case 7:
      return text.replace(/:(?=[^:]*$)/, `:${deep(dice.pick([50, 5_000]))},"x":`)
    default:
      return text.replace('{', '{"__proto__":{"ok":true},"__proto__":null,')
  }
}
