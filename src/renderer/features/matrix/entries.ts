import type { EscalationMessage, Label, LongLabel, Matrix } from '../../../shared/escalation/matrix.ts'
import { money, type Saying } from '../../words/row-sentence.ts'

type Tier = Matrix['tiers'][number]

/** What is no row: the entries of the other lists, and the fields of the document itself. */
export type Entries = {
  readonly tiers: Omit<Tier, 'teams'>
  readonly teams: Tier['teams'][number]
  readonly categories: Matrix['categories'][number]
  readonly exceptions: Matrix['exceptions'][number]
  readonly limits: Matrix['limits'][number]
  readonly delegates: Matrix['delegates'][number]
  readonly sla: Matrix['sla'][number]
  readonly general: Pick<Matrix, 'name' | 'currency' | 'riskShare'>
  readonly message: EscalationMessage
}

/** What a field is called, and what it says. A text in three languages is three of them. */
export type Line = { readonly label: string; readonly text: string }
type Sayer<T> = (value: T, say: Saying) => readonly Line[]
/** A field that is added to the document does not compile before it can be said. */
type Sayers<T> = { readonly [F in keyof T]-?: Sayer<NonNullable<T[F]>> }

const MINUTE = 60_000
const one = (label: string, text: string): readonly Line[] => [{ label, text }]
const LANGUAGES = ['en', 'es', 'it'] as const

function inLanguages(label: string, texts: Label | LongLabel, { words }: Saying): readonly Line[] {
  return LANGUAGES.flatMap((language) => {
    const text = texts[language]
    return text ? one(`${label} (${words.case.language[language]})`, text) : []
  })
}

const id: Sayer<string> = (value, { words }) => one(words.matrixRows.part.id, value)
const name: Sayer<Label> = (value, say) => inLanguages(say.words.matrix.general.name, value, say)
const part =
  (key: keyof EscalationMessage): Sayer<LongLabel> =>
  (value, say) =>
    inLanguages(say.words.matrix.message.parts[key], value, say)
const span =
  (key: 'own' | 'firstResponse' | 'resolve'): Sayer<number> =>
  (minutes, { words, format }) =>
    one(words.matrixRows.sla[key], format.duration(minutes * MINUTE))

const SAY: { readonly [L in keyof Entries]: Sayers<Entries[L]> } = {
  tiers: {
    id,
    name,
    targetShare: ([from, to], { words, format }) =>
      one(words.matrixRows.names.share, `${format.number(from)}–${format.number(to)} %`)
  },
  teams: {
    id,
    name,
    language: (value, { words }) => one(words.matrixRows.names.language, words.case.language[value])
  },
  categories: { id, name },
  exceptions: { id, name },
  limits: {
    action: (value, { words }) => one(words.matrixRows.limits.action, words.escalation.action[value]),
    tier: (value, { words, names }) => one(words.matrixRows.sla.tier, `${value} ${names.tier(value)}`),
    perCaseMinor: (value, say) => one(say.words.matrixRows.limits.perCase, money(value, say)),
    perCustomer: ({ minor, days }, say) =>
      one(
        say.words.matrixRows.limits.perCustomer,
        say.words.matrixRows.limits.customer(money(minor, say), say.format.number(days))
      )
  },
  delegates: {
    of: (value, { words, names }) => one(words.matrixRows.delegates.of, names.person(value)),
    to: (value, { words, names }) => one(words.matrixRows.delegates.to, names.person(value)),
    when: (value, { words }) => one(words.matrixRows.delegates.when, words.matrixRows.delegates[value])
  },
  sla: {
    tier: (value, { words, names }) => one(words.matrixRows.sla.tier, `${value} ${names.tier(value)}`),
    priority: (value, { words }) => one(words.matrixRows.sla.priority, words.case.priority[value]),
    ownMinutes: span('own'),
    firstResponseMinutes: span('firstResponse'),
    resolveMinutes: span('resolve')
  },
  general: {
    name: (value, { words }) => one(words.matrix.general.name, value),
    currency: (value, { words }) => one(words.matrix.general.currency, value),
    riskShare: (value, { words, format }) => one(words.matrix.general.riskShare, format.percent(value))
  },
  message: {
    empathy: part('empathy'),
    done: part('done'),
    fault: part('fault'),
    serious: part('serious'),
    contact: part('contact'),
    next: part('next'),
    apology: part('apology')
  }
}

/** Everything an entry says, field by field. */
export function linesOf<L extends keyof Entries>(list: L, entry: Entries[L], say: Saying): readonly Line[] {
  const fields = Object.entries(SAY[list]) as [keyof Entries[L], Sayer<unknown>][]
  return fields.flatMap(([field, sayer]) => {
    const value: unknown = entry[field]
    return value === undefined ? [] : sayer(value, say)
  })
}

/** What an entry is called in a list of its kind. */
export function titleOf<L extends keyof Entries>(list: L, entry: Entries[L], say: Saying): string {
  const titles: { readonly [K in keyof Entries]: (entry: Entries[K]) => string } = {
    tiers: ({ id }) => `${id} ${say.names.tier(id)}`,
    teams: ({ name }) => name[say.language] || name.en,
    categories: ({ name }) => name[say.language] || name.en,
    exceptions: ({ name }) => name[say.language] || name.en,
    limits: ({ action, tier }) => `${say.words.escalation.action[action]}, ${tier} ${say.names.tier(tier)}`,
    delegates: ({ of, to }) => `${say.names.person(of)} → ${say.names.person(to)}`,
    sla: ({ tier, priority }) => `${tier} ${say.names.tier(tier)}, ${say.words.case.priority[priority]}`,
    general: () => say.words.matrix.parts.general,
    message: () => say.words.matrix.parts.message
  }
  return titles[list](entry)
}

/** A list that has no rows: what stands at a place is called, and what it says. */
export type EntryList = {
  readonly titleAt: (at: number) => string | null
  readonly linesAt: (at: number) => readonly Line[]
}

function listOf<L extends keyof Entries>(kind: L, entries: readonly Entries[L][], say: Saying): EntryList {
  return {
    titleAt(at) {
      const entry = entries[at]
      return entry ? titleOf(kind, entry, say) : null
    },
    linesAt(at) {
      const entry = entries[at]
      return entry ? linesOf(kind, entry, say) : []
    }
  }
}

/** A list of a document by the name it has in differences: `tiers.L2.teams` are the teams of that tier. Null: it has rows. */
export function entryList(doc: Matrix, list: string, say: Saying): EntryList | null {
  const [head, tier, below] = list.split('.')
  if (below === 'teams') return listOf('teams', doc.tiers.find(({ id }) => id === tier)?.teams ?? [], say)
  switch (head) {
    case 'tiers':
      return listOf(head, doc.tiers, say)
    case 'categories':
      return listOf(head, doc.categories, say)
    case 'exceptions':
      return listOf(head, doc.exceptions, say)
    case 'limits':
      return listOf(head, doc.limits, say)
    case 'delegates':
      return listOf(head, doc.delegates, say)
    case 'sla':
      return listOf(head, doc.sla, say)
    default:
      return null
  }
}

/** What stands at the path of a finding (`limits.3.perCustomer`), by name; null where that is no entry of a list. */
export function entryAt(doc: Matrix, path: string, say: Saying): string | null {
  const [list = '', at = '', below, team = ''] = path.split('.')
  const tier = list === 'tiers' && below === 'teams' ? doc.tiers[Number(at)] : undefined
  if (at === '') return null
  if (!tier || team === '') return entryList(doc, list, say)?.titleAt(Number(at)) ?? null
  const name = entryList(doc, `tiers.${tier.id}.teams`, say)?.titleAt(Number(team))
  return name ? `${tier.id} ${name}` : null
}
