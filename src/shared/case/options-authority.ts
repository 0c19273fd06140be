import { AuthorityAction, type ExceptionRow, type MoveRow } from '../escalation/matrix.ts'
import { type Ask, type HierarchicalEscalation, moneyOf } from './case.ts'
import type { Command } from './command.ts'
import { FILLED } from './filled-package.ts'
import { leftToGrant } from './limits.ts'
import type { Option, OptionAbout, OptionField } from './option.ts'
import type { Maker } from './options-for.ts'
import { approvalRows, exceptionRows, moveRows, rowForAmount } from './routes.ts'
import { canBeHanded } from './who-decides.ts'

/** Everything that needs authority: granting, asking for it, and answering. */
export function authorityOptions(maker: Maker): Option[] {
  return [...grantOptions(maker), ...askOptions(maker), ...requestOptions(maker)]
}

/** One button per action: small amounts are granted at once, larger ones go along the row their amount falls in. */
function grantOptions({ kase, person, matrix, known, option }: Maker): Option[] {
  if (kase.state.status === 'resolved' || kase.state.status === 'closed') return []
  const { currency } = matrix
  return AuthorityAction.options.flatMap((action) => {
    const leftMinor = leftToGrant(kase, action, person, known)
    const rows = approvalRows(kase, action, person, matrix)
    if (leftMinor === 0 && rows.length === 0) return []
    const routes = rows.map(({ id, overMinor, upToMinor, chain, twoPeopleOverMinor, package: needs }) => ({
      rowId: id,
      overMinor,
      upToMinor,
      chain,
      ...(twoPeopleOverMinor === undefined ? {} : { twoPeopleOverMinor }),
      package: needs
    }))
    const about = { action, leftMinor, currency, routes, matrixVer: matrix.version }
    const ask = (amountMinor: number) => ({ action, amountMinor, currency, package: FILLED })
    const next = rowForAmount(routes, leftMinor + 1)
    const command: Command =
      leftMinor > 0 || !next
        ? { type: 'case.grant', caseId: kase.id, ask: ask(1) }
        : {
            type: 'approval.request',
            caseId: kase.id,
            rowId: next.rowId,
            matrixVer: matrix.version,
            ask: ask(leftMinor + 1)
          }
    return [
      option(
        `grant:${action}`,
        'grant',
        'hierarchical',
        command,
        [{ kind: 'money', name: 'amountMinor', required: true, currency }],
        about
      )
    ]
  })
}

/** What can be done about the requests for authority that wait on this case. */
function requestOptions({ kase, person, people, option }: Maker): Option[] {
  const caseId = kase.id
  const open = kase.escalations.filter(
    (one): one is HierarchicalEscalation => one.kind === 'hierarchical' && one.state.status === 'requested'
  )
  return open.flatMap((one) => {
    const money = moneyOf(one.ask)
    const about = {
      escalationId: one.id,
      subjectHash: one.subjectHash,
      ask: one.ask,
      ...(money ? { action: money.action, currency: money.currency } : {})
    }
    const withdraw = option(
      `withdraw:${one.id}`,
      'withdraw',
      'hierarchical',
      { type: 'escalation.withdraw', caseId, escalationId: one.id },
      [],
      about
    )
    if (one.by === person.id) {
      if (!money) return [withdraw]
      const amend = option(
        `amend:${one.id}`,
        'amend',
        'hierarchical',
        { type: 'approval.amend', caseId, escalationId: one.id, ask: one.ask },
        [{ kind: 'money', name: 'amountMinor', required: true, currency: money.currency }],
        about
      )
      return [withdraw, amend]
    }
    const answer = { caseId, escalationId: one.id, subjectHash: one.subjectHash }
    return [
      ...(kase.owner === person.id ? [withdraw] : []),
      option(
        `approve:${one.id}`,
        'approve',
        'hierarchical',
        { type: 'approval.approve', ...answer },
        [{ kind: 'text', name: 'note', required: false }],
        about
      ),
      option(
        `decline:${one.id}`,
        'decline',
        'hierarchical',
        { type: 'approval.decline', ...answer, reason: '-' },
        [{ kind: 'text', name: 'reason', required: true }],
        about
      ),
      ...handOnOption(one, { kase, person, people, option })
    ]
  })
}

/** To a colleague with the authority who has had no say in it. */
function handOnOption(
  one: HierarchicalEscalation,
  { kase, person, people, option }: Pick<Maker, 'kase' | 'person' | 'people' | 'option'>
): Option[] {
  const choices = people.filter((each) => each.id !== person.id && canBeHanded(each, one)).map(({ id }) => id)
  const [anyone] = choices
  if (!anyone) return []
  const { subjectHash, id: escalationId } = one
  return [
    option(
      `handOn:${escalationId}`,
      'handOn',
      'hierarchical',
      { type: 'approval.handOn', caseId: kase.id, escalationId, subjectHash, to: anyone, note: '' },
      [
        { kind: 'person', name: 'to', required: true, choices },
        { kind: 'text', name: 'note', required: false }
      ],
      { escalationId, subjectHash, ask: one.ask }
    )
  ]
}

/** What is not money: the case into a queue the functional rows do not lead to, and exceptions. */
function askOptions({ kase, person, matrix, option }: Maker): Option[] {
  if (kase.state.status === 'resolved' || kase.state.status === 'closed') return []
  const request = (
    row: MoveRow | ExceptionRow,
    name: 'move' | 'exception',
    ask: Ask,
    about: OptionAbout
  ): Option => {
    const fields: OptionField[] = row.package.map((field) => ({
      kind: 'package',
      name: field,
      required: true
    }))
    const matrixVer = matrix.version
    const command: Command = { type: 'approval.request', caseId: kase.id, rowId: row.id, matrixVer, ask }
    return option(`${name}:${row.id}`, name, 'hierarchical', command, fields, {
      ...about,
      rowId: row.id,
      matrixVer,
      chain: row.chain
    })
  }
  const moves = moveRows(kase, person, matrix).map((row) => {
    const { to, acceptMinutes, resolveMinutes } = row
    return request(
      row,
      'move',
      { action: 'move', to, package: FILLED },
      { to, acceptMinutes, resolveMinutes }
    )
  })
  const exceptions = exceptionRows(kase, person, matrix).map((row) => {
    const { exception } = row
    return request(row, 'exception', { action: 'exception', exception, package: FILLED }, { exception })
  })
  return [...moves, ...exceptions]
}
