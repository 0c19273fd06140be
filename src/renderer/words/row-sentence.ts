import type { RowList } from '../../shared/escalation/finding.ts'
import type {
  Approver,
  ChainStep,
  HierarchicalRow,
  Matrix,
  MoneyRow,
  StepTimeout,
  When
} from '../../shared/escalation/matrix.ts'
import type { Language } from '../../shared/people/person.ts'
import type { Queue } from '../../shared/people/queue.ts'
import type { Tier } from '../../shared/people/tier.ts'
import type { Format } from './format.ts'
import type { Names } from './names.ts'
import type { Words } from './words.ts'

/** A row of any list. */
type AnyRow = Matrix[RowList][number]

/** What can be changed of a row, each in an editor of its own. */
export type PartKey = keyof Words['matrixRows']['part']

/** A piece of a row's sentence: the words before it, and what it says now. `add`: nothing yet, one can add it. */
export type Part = {
  readonly key: PartKey
  readonly lead: string
  readonly text: string
  readonly look?: 'target' | 'add' | 'quiet'
}

export type Saying = {
  readonly words: Words
  readonly format: Format
  readonly names: Names
  readonly currency: string
  readonly language: Language
  /** What an exception of the document is called. */
  readonly exception: (id: string) => string
}

type RowIn<L extends RowList> = Matrix[L][number]
const MINUTE = 60_000
/** More values than this are counted, not listed. */
const MOST_LISTED = 4

/** A row as a sentence: "From L1 Front line when the category is Billing or Card → L2 Billing, accepted within 15 min". */
export function sentenceOf(list: RowList, row: AnyRow, say: Saying): Part[] {
  const sentences: { readonly [L in RowList]: (row: RowIn<L>, say: Saying) => Part[] } = {
    functional: functionalParts,
    special: specialParts,
    privacy: privacyParts,
    hierarchical: hierarchicalParts,
    automatic: automaticParts
  }
  // The row comes out of this very list.
  const parts = sentences[list] as (row: AnyRow, say: Saying) => Part[]
  return [...parts(row, say), { key: 'id', lead: '', text: row.id, look: 'quiet' }]
}

/** The sentence as one text, to be read out and searched. */
export function sentenceText(parts: readonly Part[]): string {
  return parts
    .filter((part) => part.look === undefined || part.look === 'target')
    .map(({ lead, text }) => `${lead} ${text}`.trim())
    .join(' ')
}

/** What a row is for, without its times, who is asked, and what it wants to be left: what people call it by. */
export function shortSentence(list: RowList, row: AnyRow, say: Saying): string {
  // Who asks goes with the chain it leads to.
  const details: readonly PartKey[] = list === 'hierarchical' ? [...DETAILS, 'tiers'] : DETAILS
  return sentenceText(sentenceOf(list, row, say).filter(({ key }) => !details.includes(key)))
}

const DETAILS: readonly PartKey[] = ['accept', 'resolve', 'package', 'onChange', 'chain', 'twoPeople']

function functionalParts(row: RowIn<'functional'>, say: Saying): Part[] {
  const { lead } = say.words.matrixRows
  return [
    { key: 'from', lead: lead.from, text: placeText(row.from, say) },
    ...whenParts(row.when, say),
    ...wayParts(row, say),
    packagePart(row.package, say),
    changePart(row.onChange, say)
  ]
}

function specialParts(row: RowIn<'special'>, say: Saying): Part[] {
  const { lead, reason } = say.words.matrixRows
  return [
    { key: 'reason', lead: lead.because, text: reason[row.reason] },
    tiersPart(row.tiers, lead.tier, say),
    ...whenParts(row.when, say),
    ...wayParts(row, say),
    packagePart(row.package, say),
    changePart(row.onChange, say)
  ]
}

function privacyParts(row: RowIn<'privacy'>, say: Saying): Part[] {
  const { lead } = say.words.matrixRows
  return [
    ...whenParts(row.when, say),
    { key: 'channelTo', lead: lead.privately, text: say.words.case.channel[row.to], look: 'target' }
  ]
}

function hierarchicalParts(row: HierarchicalRow, say: Saying): Part[] {
  const texts = say.words.matrixRows
  return [
    { key: 'action', lead: texts.lead.action, text: texts.action[row.action] },
    ...actionParts(row, say),
    tiersPart(row.tiers, texts.lead.asked, say),
    ...whenParts(row.when, say),
    { key: 'chain', lead: `${texts.lead.chain}:`, text: chainText(row.chain, say), look: 'target' },
    ...(isMoney(row) ? [twoPeoplePart(row, say)] : []),
    packagePart(row.package, say)
  ]
}

function actionParts(row: HierarchicalRow, say: Saying): Part[] {
  const texts = say.words.matrixRows
  if (row.action === 'move') return wayParts(row, say)
  if (row.action === 'exception') return [{ key: 'exception', lead: '', text: say.exception(row.exception) }]
  const text = texts.amount(money(row.overMinor, say), money(row.upToMinor, say))
  return [{ key: 'amount', lead: texts.lead.over, text }]
}

function twoPeoplePart({ twoPeopleOverMinor }: MoneyRow, say: Saying): Part {
  const texts = say.words.matrixRows
  return twoPeopleOverMinor === undefined
    ? { key: 'twoPeople', lead: '', text: texts.twoPeopleAdd, look: 'add' }
    : { key: 'twoPeople', lead: '', text: texts.twoPeople(money(twoPeopleOverMinor, say)) }
}

function automaticParts(row: RowIn<'automatic'>, say: Saying): Part[] {
  const { lead } = say.words.matrixRows
  return [
    { key: 'trigger', lead: lead.trigger, text: triggerText(row.trigger, say) },
    tiersPart(row.tiers, lead.tier, say),
    ...whenParts(row.when, say),
    { key: 'act', lead: lead.act, text: actText(row.act, say), look: 'target' },
    ...(row.act.do === 'escalate' ? timeParts(row.act, say) : [])
  ]
}

type Way = { readonly to: Queue; readonly acceptMinutes: number; readonly resolveMinutes: number }

function wayParts(way: Way, say: Saying): Part[] {
  const { lead } = say.words.matrixRows
  return [{ key: 'to', lead: lead.to, text: placeText(way.to, say), look: 'target' }, ...timeParts(way, say)]
}

function timeParts({ acceptMinutes, resolveMinutes }: Omit<Way, 'to'>, say: Saying): Part[] {
  const { lead } = say.words.matrixRows
  return [
    { key: 'accept', lead: lead.accept, text: span(acceptMinutes, say) },
    { key: 'resolve', lead: lead.resolve, text: span(resolveMinutes, say) }
  ]
}

/** One part for each condition there is, and one to add another. */
function whenParts(when: When, say: Saying): Part[] {
  const texts = say.words.matrixRows
  const kinds = CONDITIONS.filter((kind) => when[kind])
  const parts = kinds.map((kind, place): Part => {
    const lead = `${place === 0 ? texts.when : texts.and} ${texts.condition[kind]}`
    return { key: kind, lead, text: either(conditionTexts(when, kind, say), say) }
  })
  if (kinds.length === CONDITIONS.length) return parts
  return [...parts, { key: 'condition', lead: '', text: texts.addCondition, look: 'add' }]
}

export const CONDITIONS = ['category', 'priority', 'channel', 'segment', 'flags'] as const
export type Condition = (typeof CONDITIONS)[number]

function conditionTexts(when: When, kind: Condition, { words, names }: Saying): string[] {
  switch (kind) {
    case 'category':
      return (when.category ?? []).map(names.category)
    case 'priority':
      return (when.priority ?? []).map((one) => words.case.priority[one])
    case 'channel':
      return (when.channel ?? []).map((one) => words.case.channel[one])
    case 'segment':
      return (when.segment ?? []).map((one) => words.case.segment[one])
    case 'flags':
      return (when.flags ?? []).map((one) => words.case.flag[one])
  }
}

function tiersPart(tiers: readonly Tier[], lead: string, { format }: Saying): Part {
  return { key: 'tiers', lead, text: format.list(tiers) }
}

function packagePart(needs: RowIn<'functional'>['package'], { words, format }: Saying): Part {
  const fields = needs.map((field) => words.escalation.packageShort[field])
  return { key: 'package', lead: words.matrixRows.lead.leaving, text: format.list(fields) }
}

function changePart(onChange: RowIn<'functional'>['onChange'], { words }: Saying): Part {
  const texts = words.matrixRows
  return { key: 'onChange', lead: texts.lead.changed, text: texts.onChange[onChange] }
}

/** A queue, or a tier with any of its teams. */
export function placeText(
  place: { tier: Tier; team?: string | undefined },
  { words, names }: Saying
): string {
  const { tier, team } = place
  if (team === undefined) return words.matrixRows.wholeTier(`${tier} ${names.tier(tier)}`)
  return names.queue({ tier, team })
}

export function approverText(approver: Approver, { words, names }: Saying): string {
  return 'person' in approver ? names.person(approver.person) : words.case.role[approver.role]
}

/** "Supervisor 1 h, then Escalation manager 4 h; if nobody answers: it ends". */
export function chainText(chain: readonly ChainStep[], say: Saying): string {
  const texts = say.words.matrixRows
  const last = chain.length - 1
  return chain
    .map((step, place) => {
      const asked = texts.step(approverText(step.approver, say), span(step.minutes, say))
      // That the next one is asked goes without saying, but after the last one.
      const isPlain = step.onTimeout.do === 'next' && place < last
      return isPlain ? asked : asked + texts.ifNobody(timeoutText(step.onTimeout, place === last, say))
    })
    .join(texts.thenBy)
}

function timeoutText(timeout: StepTimeout, isLast: boolean, say: Saying): string {
  const texts = say.words.matrixRows.timeout
  switch (timeout.do) {
    case 'notify':
      return texts.notify(approverText(timeout.whom, say))
    case 'approve':
      return texts.approve(money(timeout.upToMinor, say))
    case 'next':
      return isLast ? texts.expire : texts.next
    default:
      return texts[timeout.do]
  }
}

export function triggerText(trigger: RowIn<'automatic'>['trigger'], say: Saying): string {
  const texts = say.words.matrixRows
  switch (trigger.on) {
    case 'at_risk':
      return texts.trigger.at_risk(texts.clock[trigger.clock])
    case 'breached':
      return trigger.plusMinutes > 0
        ? texts.trigger.breachedPlus(texts.clock[trigger.clock], span(trigger.plusMinutes, say))
        : texts.trigger.breached(texts.clock[trigger.clock])
    default:
      return texts.trigger[trigger.on](trigger.times)
  }
}

function actText(act: RowIn<'automatic'>['act'], say: Saying): string {
  const texts = say.words.matrixRows.act
  switch (act.do) {
    case 'escalate':
      return texts.escalate(placeText(act.to, say))
    case 'notify':
      return texts.notify(approverText(act.whom, say))
    case 'priority':
      return texts.priority(say.words.case.priority[act.priority])
  }
}

function either(items: readonly string[], { words, format }: Saying): string {
  if (items.length <= MOST_LISTED) return format.either(items)
  return format.list([
    ...items.slice(0, MOST_LISTED - 1),
    words.matrixRows.more(items.length - MOST_LISTED + 1)
  ])
}

function span(minutes: number, { format }: Saying): string {
  return format.duration(minutes * MINUTE)
}

export function money(minor: number, { format, currency }: Saying): string {
  return format.money(minor, currency)
}

export function isMoney(row: HierarchicalRow): row is MoneyRow {
  return 'overMinor' in row
}
