import { canonical } from '../lib/hash.ts'
import { type Entry, type Keyed, keyed, LISTS } from './diff-matrix.ts'
import { Matrix } from './matrix.ts'

/**
 * What both sides changed, each to something else. `list` is named as in differences (`tiers.L2.teams`), '' for the document
 * itself, whose fields are the keys and where '' is the whole of it. `key` '' is the order of a list. `fields` are those of the entry both changed; none: one
 * side dropped the entry, or both added it.
 */
export type Clash = { readonly list: string; readonly key: string; readonly fields: readonly string[] }
export type Merged = { readonly doc: Matrix; readonly clashes: readonly Clash[] }

export function clashKey({ list, key }: Clash): string {
  return `${list} ${key}`
}

/** What one side has of something: undefined where it is not there. */
type Sides = { readonly base: unknown; readonly mine: unknown; readonly theirs: unknown }
type Merge = {
  /** Where both changed: is theirs taken? Told once for each clash. */
  readonly yields: (clash: Clash) => boolean
}
/** Merges a field of an entry that is a list itself; undefined: it is one value. */
type Below = (field: string, sides: Sides) => unknown

const OWN = ['name', 'currency', 'riskShare'] as const

/**
 * Two documents made from one, put together entry by entry and field by field (MX38): what only one side changed is as that side
 * has it. What both changed differently is as in `mine`, or as in `theirs` where `yields` has its key. Version, author and reason
 * are those of `theirs`.
 */
export function mergeMatrix(
  base: Matrix,
  mine: Matrix,
  theirs: Matrix,
  yields: ReadonlySet<string> = new Set()
): Merged {
  const clashes: Clash[] = []
  const merge: Merge = {
    yields(clash) {
      clashes.push(clash)
      return yields.has(clashKey(clash))
    }
  }
  const own = OWN.map((field) => [
    field,
    mergeValue({ base: base[field], mine: mine[field], theirs: theirs[field] }, '', field, merge)
  ])
  const lists = LISTS.map(({ list, key, isOrdered }) => {
    const side = (doc: Matrix): readonly Entry[] => doc[list]
    return [list, mergeList(list, key, [side(base), side(mine), side(theirs)], isOrdered, merge)]
  })
  const { message: _, ...rest } = theirs
  const message = mergeMessage(base, mine, theirs, merge)
  const doc = {
    ...rest,
    ...Object.fromEntries(own),
    ...Object.fromEntries(lists),
    tiers: mergeTiers(base, mine, theirs, merge),
    ...(message !== undefined && { message })
  } as Matrix
  // Each may have dropped what the other kept of a list that cannot be empty: then one of the two is taken whole.
  if (Matrix.safeParse(doc).success) return { doc, clashes }
  const whole: Clash = { list: '', key: '', fields: [] }
  const { version, author, reason } = theirs
  const one = yields.has(clashKey(whole)) ? theirs : { ...mine, version, author, reason }
  return { doc: one, clashes: [whole] }
}

/** The seven parts go one by one, where all three have a message. */
function mergeMessage(base: Matrix, mine: Matrix, theirs: Matrix, merge: Merge): unknown {
  const sides = { base: base.message, mine: mine.message, theirs: theirs.message }
  if (!sides.base || !sides.mine || !sides.theirs) return mergeValue(sides, '', 'message', merge)
  const { value, fields } = mergeFields(sides.base, sides.mine, sides.theirs)
  const clashing = fields.map((field) => {
    const isTheirs = merge.yields({ list: '', key: `message.${field}`, fields: [] })
    return [field, (isTheirs ? sides.theirs : sides.mine)?.[field as keyof typeof sides.mine]]
  })
  return { ...value, ...Object.fromEntries(clashing) }
}

function mergeTiers(base: Matrix, mine: Matrix, theirs: Matrix, merge: Merge): unknown {
  const of = ({ tiers }: Matrix): readonly Entry[] => tiers
  const teams =
    (tier: string): Below =>
    (field, sides) => {
      if (field !== 'teams') return undefined
      const [a, b, c] = [sides.base, sides.mine, sides.theirs].map((one) => (one ?? []) as readonly Entry[])
      return mergeList(`tiers.${tier}.teams`, ['id'], [a ?? [], b ?? [], c ?? []], true, merge)
    }
  return mergeList('tiers', ['id'], [of(base), of(mine), of(theirs)], true, merge, teams)
}

type Three<T> = readonly [base: T, mine: T, theirs: T]

function mergeList(
  list: string,
  key: readonly string[],
  [base, mine, theirs]: Three<readonly Entry[]>,
  isOrdered: boolean,
  merge: Merge,
  below?: (key: string) => Below
): readonly Entry[] {
  const sides = [keyed(list, key, base), keyed(list, key, mine), keyed(list, key, theirs)] as const
  const [was, own, other] = [byKey(sides[0]), byKey(sides[1]), byKey(sides[2])]
  const values = new Map<string, Entry>()
  for (const name of new Set([...own.keys(), ...other.keys()])) {
    const value = mergeEntry(
      { list, key: name, fields: [] },
      [was.get(name), own.get(name), other.get(name)],
      merge,
      below?.(name)
    )
    if (value) values.set(name, value)
  }
  const order = mergeOrder(list, [keysOf(sides[0]), keysOf(sides[1]), keysOf(sides[2])], isOrdered, merge)
  return order.map((name) => values.get(name)).filter((one) => one !== undefined)
}

const byKey = (entries: readonly Keyed[]): ReadonlyMap<string, Entry> =>
  new Map(entries.map(({ key, value }) => [key, value]))
const keysOf = (entries: readonly Keyed[]): readonly string[] => entries.map(({ key }) => key)

function mergeEntry(
  clash: Clash,
  [base, mine, theirs]: Three<Entry | undefined>,
  merge: Merge,
  below?: Below
): Entry | undefined {
  const one = onlyOne({ base, mine, theirs })
  if (one) return one.value as Entry | undefined
  // A row that asks for something else is another row: its fields do not go with those of the other side.
  const isKin = base && mine && theirs && mine['action'] === theirs['action']
  if (!isKin) return merge.yields(clash) ? theirs : mine
  const { value, fields } = mergeFields(base, mine, theirs, below)
  if (fields.length === 0) return value
  const from = merge.yields({ ...clash, fields }) ? theirs : mine
  return dropMissing({ ...value, ...Object.fromEntries(fields.map((field) => [field, from[field]])) })
}

/** Field by field; `fields` are those both sides changed differently, which `value` leaves out. */
function mergeFields(base: Entry, mine: Entry, theirs: Entry, below?: Below) {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
  const fields: string[] = []
  const value = names.map((name) => {
    const sides = { base: base[name], mine: mine[name], theirs: theirs[name] }
    const one = onlyOne(sides)
    if (one) return [name, one.value] as const
    const merged = below?.(name, sides)
    if (merged === undefined) fields.push(name)
    return [name, merged] as const
  })
  return { value: dropMissing(Object.fromEntries(value)), fields }
}

function mergeValue(sides: Sides, list: string, key: string, merge: Merge): unknown {
  const one = onlyOne(sides)
  if (one) return one.value
  return merge.yields({ list, key, fields: [] }) ? sides.theirs : sides.mine
}

/** What there is to take where at most one side changed something, or both the same; else null. */
function onlyOne({ base, mine, theirs }: Sides): { readonly value: unknown } | null {
  const [was, own, other] = [canonical(base), canonical(mine), canonical(theirs)]
  if (own === other || was === other) return { value: mine }
  return was === own ? { value: theirs } : null
}

function dropMissing(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))
}

/** The order of the side that moved something; what the other side added follows the one it follows there. */
function mergeOrder(
  list: string,
  [base, mine, theirs]: Three<readonly string[]>,
  isOrdered: boolean,
  merge: Merge
): readonly string[] {
  const [own, other] = [new Set(mine), new Set(theirs)]
  const inAll = (keys: readonly string[]) => keys.filter((key) => own.has(key) && other.has(key)).join('\n')
  const kept = new Set(base)
  const shared = (keys: readonly string[]) => inAll(keys.filter((key) => kept.has(key)))
  const [was, mineNow, theirsNow] = [shared(base), shared(mine), shared(theirs)]
  const bothMoved = isOrdered && was !== mineNow && was !== theirsNow && mineNow !== theirsNow
  const isTheirs = bothMoved ? merge.yields({ list, key: '', fields: [] }) : was === mineNow
  const [lead, rest] = isTheirs ? [theirs, mine] : [mine, theirs]
  const order = [...lead]
  rest.forEach((key, at) => {
    if (order.includes(key)) return
    const before = rest
      .slice(0, at)
      .toReversed()
      .find((one) => order.includes(one))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
  })
  return order
}
