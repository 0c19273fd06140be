import type { AskRoute, Option } from '../../../../shared/case/option.ts'
import { rowForAmount } from '../../../../shared/case/routes.ts'
import type { Limit } from '../../../../shared/escalation/matrix.ts'
import { chainText, money, placeText, type Saying } from '../../../words/row-sentence.ts'

const MINUTE = 60_000
/** What a matrix has a say in; the rest of a case's buttons is the same under every matrix. */
const WAYS: ReadonlySet<Option['kind']> = new Set(['functional', 'hierarchical'])

export function isWay(option: Option): boolean {
  return WAYS.has(option.kind) || option.about.rowId !== undefined
}

/** What a button says: where to, or what it grants. */
export function optionTitle({ name, about }: Option, say: Saying): string {
  const { words } = say
  if (name === 'escalate' && about.to) return placeText(about.to, say)
  if (about.action) return words.escalation.action[about.action]
  if (name === 'move' && about.to) return words.escalation.moveTo(placeText(about.to, say))
  if (about.exception) return words.escalation.exceptionOf(say.exception(about.exception))
  const to = about.to ? `: ${placeText(about.to, say)}` : ''
  return words.case.actions[name] + to
}

/** What stands under it: by when, what it asks, who decides; for an amount, the row it falls in. `limits`: those of who looks. */
export function optionLines(
  option: Option,
  amountMinor: number | null,
  limits: readonly Limit[],
  say: Saying
): string[] {
  const { about } = option
  const { escalation, matrixTry: texts } = say.words
  const { limits: limitTexts, reason } = say.words.matrixRows
  const lines: string[] = []
  if (about.special) lines.push(texts.special(reason[about.special]))
  if (about.channel) lines.push(say.words.case.channel[about.channel])
  if (about.acceptMinutes)
    lines.push(escalation.acceptsWithin(say.format.duration(about.acceptMinutes * MINUTE)))
  if (about.resolveMinutes) lines.push(texts.resolves(say.format.duration(about.resolveMinutes * MINUTE)))
  const asks = option.can
    ? option.fields.flatMap((field) =>
        field.kind === 'package' ? [escalation.packageShort[field.name]] : []
      )
    : []
  if (asks.length > 0) lines.push(escalation.asks(say.format.list(asks)))
  if (about.leftMinor) lines.push(texts.alone(money(about.leftMinor, say)))
  const perCustomer = limits.find(({ action }) => action === about.action)?.perCustomer
  if (perCustomer)
    lines.push(limitTexts.customer(money(perCustomer.minor, say), say.format.number(perCustomer.days)))
  if (about.chain) lines.push(texts.decides(chainText(about.chain, say)))
  if (about.routes) lines.push(...routeLines(about.routes, about.leftMinor ?? 0, amountMinor, say))
  if (about.rowId) lines.push(texts.row(about.rowId))
  return lines
}

function routeLines(
  routes: readonly AskRoute[],
  leftMinor: number,
  amountMinor: number | null,
  say: Saying
): string[] {
  const texts = say.words.matrixTry
  const line = (route: AskRoute, amount: string) =>
    `${texts.asksFor(amount, chainText(route.chain, say))}${twoPeopleText(route, amountMinor, say)} (${texts.row(route.rowId)})`
  if (amountMinor === null) {
    return routes.map((route) =>
      line(route, say.words.matrixRows.amount(money(route.overMinor, say), money(route.upToMinor, say)))
    )
  }
  if (amountMinor <= leftMinor) return []
  const route = rowForAmount(routes, amountMinor)
  const amount = money(amountMinor, say)
  return [route ? line(route, amount) : texts.asksFor(amount, texts.nobody)]
}

/** Said where it counts: for an amount over the one that takes two, and where no amount is asked about. */
function twoPeopleText({ twoPeopleOverMinor }: AskRoute, amountMinor: number | null, say: Saying): string {
  if (twoPeopleOverMinor === undefined) return ''
  if (amountMinor !== null && amountMinor <= twoPeopleOverMinor) return ''
  return `; ${say.words.matrixRows.twoPeople(money(twoPeopleOverMinor, say))}`
}
