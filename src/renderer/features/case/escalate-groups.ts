import type { Option } from '../../../shared/case/option.ts'

export type EscalateGroups = {
  /** Grants inside the own limit. */
  readonly yourself: readonly Option[]
  /** Queues further up. */
  readonly functional: readonly Option[]
  /** Grants that go along a chain of approvers. */
  readonly authority: readonly Option[]
  /** Returning, withdrawing, changing or deciding what is already asked. */
  readonly underWay: readonly Option[]
}

const UNDER_WAY: readonly Option['name'][] = ['return', 'withdraw', 'amend', 'approve', 'decline', 'handOn']

/** The escalation options in the order one should think of them. A grant with a limit and a chain stands in both groups. */
export function escalateGroups(options: readonly Option[]): EscalateGroups {
  const grants = options.filter((option) => option.name === 'grant')
  const asked = options.filter((option) => option.name === 'amend')
  return {
    yourself: grants.filter(({ about }) => (about.leftMinor ?? 0) > 0),
    functional: options.filter((option) => option.name === 'escalate'),
    authority: grants
      .filter(({ about }) => (about.routes?.length ?? 0) > 0)
      .map((option) => notTwice(option, asked))
      .concat(options.filter(({ name }) => name === 'move' || name === 'exception')),
    underWay: options.filter((option) => UNDER_WAY.includes(option.name))
  }
}

/** Within one's own limit more of the same can still be granted; asked for it is only once at a time (ES20). */
function notTwice(option: Option, asked: readonly Option[]): Option {
  const { about, id, name, kind } = option
  const open = asked.find((one) => one.about.action === about.action)?.about.escalationId
  return open
    ? { id, name, kind, about, can: false, why: { type: 'AlreadyAsked', escalationId: open } }
    : option
}
