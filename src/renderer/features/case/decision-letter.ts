import type { Case, HierarchicalEscalation } from '../../../shared/case/case.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import type { Names } from '../../state/names-of.ts'
import type { Format } from '../../words/format.ts'
import type { Words } from '../../words/words.ts'

/** A request of mine that was decided, and the customer has not been written since. */
export type Decided = HierarchicalEscalation & {
  readonly state: { readonly status: 'approved' | 'declined' | 'expired'; readonly at: number }
}

/** The latest decision on something I asked for that the customer may be waiting to hear of. */
export function decidedUntold(
  { escalations, state }: Pick<Case, 'escalations' | 'state'>,
  timeline: readonly TimelineEntry[],
  me: string
): Decided | undefined {
  if (state.status === 'resolved' || state.status === 'closed') return undefined
  const latest = escalations
    .filter(
      (one): one is Decided => one.kind === 'hierarchical' && one.by === me && isDecided(one.state.status)
    )
    .toSorted((a, b) => b.state.at - a.state.at)[0]
  if (!latest) return undefined
  const isTold = timeline.some(({ event, at }) => event.type === 'case.replied' && at >= latest.state.at)
  return isTold ? undefined : latest
}

const isDecided = (status: string): boolean =>
  status === 'approved' || status === 'declined' || status === 'expired'

/** A first version of what the customer is told, in their language. `words`, `format` and `names` are of that language. */
export function decisionLetter(
  { ask, state }: Decided,
  customer: string,
  agent: string,
  { words, format, names }: { words: Words; format: Format; names: Pick<Names, 'queue' | 'exception'> }
): string {
  const texts = words.letters
  const isYes = state.status === 'approved'
  const text = (): string => {
    switch (ask.action) {
      case 'move':
        return isYes ? texts.approved.move(customer, names.queue(ask.to)) : texts.declined.other(customer)
      case 'exception':
        return isYes
          ? texts.approved.exception(customer, names.exception(ask.exception))
          : texts.declined.other(customer)
      default:
        return texts[isYes ? 'approved' : 'declined'].money(
          customer,
          texts.thing[ask.action],
          format.money(ask.amountMinor, ask.currency)
        )
    }
  }
  return texts.signed(text(), agent)
}
