import type { Tier } from '../../people/tier.ts'
import type { Finding } from '../finding.ts'
import type { HierarchicalRow, Limit } from '../matrix.ts'
import { type Place, shadow } from './check-shadows.ts'
import { amount, type Document, error, queuesAt, rowAt, warning } from './document.ts'
import {
  add,
  type Box,
  boxOf,
  common,
  exampleIn,
  exampleOf,
  hasLeft,
  holds,
  isNone,
  meet,
  minus,
  noKinds
} from './kinds.ts'

/** A row about authority with what it is about: rivals have the same. A row without amounts is for the one amount 1. */
type Asked = {
  readonly row: HierarchicalRow
  readonly index: number
  readonly about: string
  readonly over: number
  readonly upTo: number
  readonly box: Box
}

/** Ranges of what is asked for: none empty, none taken by rows before it (MX9). */
export function checkMoney(document: Document): Finding[] {
  const rows = document.matrix.hierarchical.map((row, index): Asked => {
    const box = boxOf(document.space, row.when)
    if (row.action === 'move')
      return { row, index, about: `move ${row.to.tier}/${row.to.team}`, over: 0, upTo: 1, box }
    if (row.action === 'exception')
      return { row, index, about: `exception ${row.exception}`, over: 0, upTo: 1, box }
    return { row, index, about: row.action, over: row.overMinor, upTo: row.upToMinor, box }
  })
  const sound = rows.filter(({ over, upTo }) => upTo > over)
  const empty = rows.filter(({ over, upTo }) => upTo <= over)
  return [
    ...emptyRanges(document),
    ...sound.flatMap((one, i) => [
      ...taken(document, one, sound.slice(0, i)),
      ...(empty.some((each) => isRival(each, one)) ? [] : gaps(document, one, i, sound))
    ]),
    ...autoApprovals(document)
  ]
}

function emptyRanges({ matrix }: Document): Finding[] {
  return matrix.hierarchical.flatMap((row, i) => {
    if (row.action === 'move' || row.action === 'exception') return []
    const { overMinor: over, upToMinor: upTo, twoPeopleOverMinor: two } = row
    const money = (from: number) => ({ over: amount(from, matrix), upTo: amount(upTo, matrix) })
    if (upTo <= over)
      return [error('empty_range', rowAt('hierarchical', row.id, i, 'upToMinor'), money(over))]
    return two !== undefined && two >= upTo
      ? [error('empty_range', rowAt('hierarchical', row.id, i, 'twoPeopleOverMinor'), money(two))]
      : []
  })
}

/** About the same, for some of the same cases. Which amounts one with an empty range was meant for is not known. */
function isRival(each: Asked, one: Asked): boolean {
  return (
    each.about === one.about &&
    each.row.tiers.some((tier) => one.row.tiers.includes(tier)) &&
    meet(each.box, one.box)
  )
}

/** A row all of whose amounts rows before it take (shadowed), or a part of them (overlap). */
function taken(document: Document, one: Asked, before: readonly Asked[]): Finding[] {
  const rivals = before.filter((each) => each.over < one.upTo && each.upTo > one.over && isRival(each, one))
  if (rivals.length === 0 || one.box.classes.length === 0) return []
  const at = rowAt('hierarchical', one.row.id, one.index)
  const queue = queuesAt(document.queues, one.row.tiers)[0]
  if (!isAlive(document, one, rivals))
    return [shadow(document, at, one.box, [...placesOf(document, one, rivals)], ({ row }) => row.id)]
  const partly = rivals.find(
    (each) => holds(each.box, one.box) && !(each.over <= one.over && each.upTo >= one.upTo)
  )
  if (!partly || !queue) return []
  const from = Math.max(partly.over, one.over)
  const values = {
    by: partly.row.id,
    over: amount(from, document.matrix),
    upTo: amount(Math.min(partly.upTo, one.upTo), document.matrix)
  }
  return [warning('amount_overlap', at, values, exampleIn(document.space, one.box, queue, from + 1))]
}

/**
 * Every tier of a row, and every amount that has to be looked at: between two amounts where a row begins or ends all behave
 * alike, so the first of each such stretch is enough.
 */
function* placesOf({ queues }: Document, one: Asked, rivals: readonly Asked[]): Generator<Place<Asked>> {
  const firsts = [one.over, ...rivals.flatMap(({ over, upTo }) => [over, upTo])]
    .filter((minor) => minor >= one.over && minor < one.upTo)
    .map((minor) => minor + 1)
  const isMoney = one.row.action !== 'move' && one.row.action !== 'exception'
  for (const tier of one.row.tiers) {
    const queue = queuesAt(queues, [tier])[0]
    for (const minor of new Set(firsts)) {
      const rows = rivals.filter(
        ({ row, over, upTo }) => row.tiers.includes(tier) && minor > over && minor <= upTo
      )
      yield { queue, rows, ...(isMoney && { amountMinor: minor }) }
    }
  }
}

function isAlive(document: Document, one: Asked, rivals: readonly Asked[]): boolean {
  const { space } = document
  for (const { rows } of placesOf(document, one, rivals)) {
    const cover = noKinds(space)
    for (const { box } of rows) add(cover, common(one.box, box))
    if (hasLeft(one.box, cover)) return true
  }
  return false
}

/**
 * Amounts just below a row that neither a limit nor another row holds: they go to this row (ES12), which asks more of people
 * than such an amount was meant to. A tier without a limit asks for everything, so below its first row there is no gap.
 */
function gaps(document: Document, one: Asked, at: number, all: readonly Asked[]): Finding[] {
  const { matrix, space, queues } = document
  if (one.over === 0) return []
  for (const tier of one.row.tiers) {
    const [queue] = queuesAt(queues, [tier])
    if (!queue) continue
    const limit = limitOf(matrix.limits, one.row.action, tier)
    if (limit && limit.perCaseMinor >= one.over) continue
    const others = all.filter(
      (each) => each !== one && each.about === one.about && each.row.tiers.includes(tier)
    )
    const held = noKinds(space)
    for (const each of others) {
      const isBefore = each.over === one.over && all.indexOf(each) < at
      if ((each.over < one.over && each.upTo >= one.over) || isBefore) add(held, each.box)
    }
    const mine = noKinds(space)
    add(mine, one.box)
    const open = minus(mine, held)
    const below = noKinds(space)
    if (limit) add(below, one.box, open)
    for (const each of others) if (each.upTo < one.over && each.upTo > each.over) add(below, each.box, open)
    if (isNone(below)) continue
    const ends = others.filter(({ box, upTo }) => upTo < one.over && hasLeft(box, undefined, below))
    const from = Math.max(limit?.perCaseMinor ?? 0, ...ends.map(({ upTo }) => upTo))
    const values = { tier, over: amount(from, matrix), upTo: amount(one.over, matrix) }
    const example = exampleOf(space, below, queue, one.over)
    return [warning('amount_gap', rowAt('hierarchical', one.row.id, one.index, 'overMinor'), values, example)]
  }
  return []
}

function limitOf(limits: readonly Limit[], action: string, tier: Tier): Limit | undefined {
  return limits.find((one) => one.action === action && one.tier === tier)
}

/** A yes by the clock must stay within the row, and within what one person may decide. */
function autoApprovals({ matrix }: Document): Finding[] {
  return matrix.hierarchical.flatMap((row, i) => {
    const isMoney = row.action !== 'move' && row.action !== 'exception'
    const over = isMoney ? row.overMinor : 0
    const most = isMoney ? Math.min(row.upToMinor, row.twoPeopleOverMinor ?? row.upToMinor) : 0
    return row.chain.flatMap(({ onTimeout }, step) => {
      if (onTimeout.do !== 'approve') return []
      const { upToMinor } = onTimeout
      if (upToMinor > over && upToMinor <= most) return []
      const values = {
        step: step + 1,
        auto: amount(upToMinor, matrix),
        over: amount(over, matrix),
        upTo: amount(most, matrix)
      }
      return [error('auto_approve_over', rowAt('hierarchical', row.id, i, `chain.${step}.onTimeout`), values)]
    })
  })
}
