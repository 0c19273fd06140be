import { AuthorityAction, type Matrix, Priority } from '../escalation/matrix.ts'
import type { Person } from '../people/person.ts'
import { worksIn } from '../people/person.ts'
import { isSameQueue } from '../people/queue.ts'
import { openFunctional } from './apply.ts'
import { type Case, type HierarchicalEscalation, HoldReason, type Package, Resolution } from './case.ts'
import type { Command } from './command.ts'
import { decide } from './decide.ts'
import type { Option, OptionAbout, OptionField, OptionName } from './option.ts'
import { approvalRows, functionalRoutes, leftToGrant, queuesOf, rowForAmount } from './routes.ts'

/** What the options depend on besides case, person and matrix: the people of the place, and the time. */
export type Around = { readonly people: readonly Person[]; readonly at: number }

const FILLED: Package = { need: '-', tried: '-', impact: '-', ask: '-' }

/**
 * The buttons of a case for a person: every one is put to `decide` with its fields filled in, so a button that can be
 * pressed is one the rules say yes to, and a greyed one carries their no (ES4). Names that make no sense at all in the
 * case's state (reopen an open case) are left out rather than greyed.
 */
export function optionsFor(kase: Case, person: Person, matrix: Matrix, around: Around): Option[] {
  const known = {
    at: around.at,
    matrix,
    opId: 'option',
    findPerson: (id: Person['id']) => around.people.find((one) => one.id === id)
  }
  const option = (
    id: string,
    name: OptionName,
    kind: Option['kind'],
    command: Command,
    fields: OptionField[],
    about: OptionAbout = {}
  ): Option => {
    const answer = decide(kase, command, person, known)
    return answer.ok
      ? { id, name, kind, about, can: true, fields }
      : { id, name, kind, about, can: false, why: answer.error }
  }
  const maker = { kase, person, matrix, people: around.people, option }
  return [
    ...workOptions(maker),
    ...talkOptions(maker),
    ...statusOptions(maker),
    ...functionalOptions(maker),
    ...grantOptions(maker),
    ...requestOptions(maker)
  ]
}

type Maker = {
  readonly kase: Case
  readonly person: Person
  readonly matrix: Matrix
  readonly people: readonly Person[]
  readonly option: (
    id: string,
    name: OptionName,
    kind: Option['kind'],
    command: Command,
    fields: OptionField[],
    about?: OptionAbout
  ) => Option
}

function workOptions({ kase, person, matrix, people, option }: Maker): Option[] {
  const caseId = kase.id
  if (kase.state.status === 'resolved' || kase.state.status === 'closed') return []
  const waiting = openFunctional(kase)
  const colleagues = people
    .filter((one) => worksIn(one, kase.queue) && one.id !== kase.owner)
    .map((one) => one.id)
  const beside = queuesOf(matrix).filter(
    (queue) => queue.tier === kase.queue.tier && !isSameQueue(queue, kase.queue)
  )
  const [anyone] = colleagues
  const options: Option[] = []
  if (kase.owner !== person.id) {
    options.push(
      waiting?.state.status === 'requested'
        ? option(
            'accept',
            'accept',
            'work',
            { type: 'escalation.accept', caseId, escalationId: waiting.id },
            [],
            { escalationId: waiting.id }
          )
        : option('claim', 'claim', 'work', { type: 'case.claim', caseId }, [])
    )
  }
  if (kase.owner !== null)
    options.push(option('release', 'release', 'work', { type: 'case.release', caseId }, []))
  if (anyone) {
    options.push(
      option('assign', 'assign', 'work', { type: 'case.assign', caseId, to: anyone }, [
        { kind: 'person', name: 'to', required: true, choices: colleagues }
      ])
    )
  }
  if (beside[0]) {
    options.push(
      option('transfer', 'transfer', 'work', { type: 'case.transfer', caseId, to: beside[0], note: '' }, [
        { kind: 'queue', name: 'to', required: true, choices: beside },
        { kind: 'text', name: 'note', required: false }
      ])
    )
  }
  options.push(
    option(
      'setPriority',
      'setPriority',
      'edit',
      { type: 'case.setPriority', caseId, priority: kase.priority, was: kase.priority },
      [{ kind: 'choice', name: 'priority', required: true, choices: [...Priority.options] }]
    ),
    option(
      'setCategory',
      'setCategory',
      'edit',
      {
        type: 'case.setCategory',
        caseId,
        category: matrix.categories[0]?.id ?? kase.category,
        was: kase.category
      },
      [{ kind: 'choice', name: 'category', required: true, choices: matrix.categories.map((one) => one.id) }]
    )
  )
  return options
}

function talkOptions({ kase, option }: Maker): Option[] {
  const caseId = kase.id
  const body: OptionField[] = [{ kind: 'text', name: 'body', required: true }]
  const note = option('note', 'note', 'talk', { type: 'case.note', caseId, body: '-' }, body)
  return [option('reply', 'reply', 'talk', { type: 'case.reply', caseId, body: '-' }, body), note]
}

function statusOptions({ kase, option }: Maker): Option[] {
  const caseId = kase.id
  const { status } = kase.state
  if (status === 'closed') return []
  if (status === 'resolved') {
    return [
      option('reopen', 'reopen', 'status', { type: 'case.reopen', caseId, reason: '-' }, [
        { kind: 'text', name: 'reason', required: true }
      ]),
      option('close', 'close', 'status', { type: 'case.close', caseId }, [])
    ]
  }
  const options: Option[] = []
  if (status === 'pending' || status === 'on_hold')
    options.push(option('resume', 'resume', 'status', { type: 'case.resume', caseId }, []))
  if (status !== 'pending') options.push(option('pend', 'pend', 'status', { type: 'case.pend', caseId }, []))
  options.push(
    option('hold', 'hold', 'status', { type: 'case.hold', caseId, reason: 'vendor' }, [
      { kind: 'choice', name: 'holdReason', required: true, choices: [...HoldReason.options] },
      { kind: 'text', name: 'note', required: false }
    ]),
    option('resolve', 'resolve', 'status', { type: 'case.resolve', caseId, resolution: 'solved' }, [
      { kind: 'choice', name: 'resolution', required: true, choices: [...Resolution.options] },
      { kind: 'text', name: 'note', required: false }
    ])
  )
  return options
}

function functionalOptions({ kase, person, matrix, option }: Maker): Option[] {
  const caseId = kase.id
  if (kase.state.status === 'resolved' || kase.state.status === 'closed') return []
  const up = functionalRoutes(kase, matrix).map((row) => {
    const fields: OptionField[] = row.package.map((name) => ({ kind: 'package', name, required: true }))
    const about = {
      to: row.to,
      rowId: row.id,
      matrixVer: matrix.version,
      acceptMinutes: row.acceptMinutes,
      resolveMinutes: row.resolveMinutes
    }
    const command: Command = {
      type: 'case.escalate',
      caseId,
      rowId: row.id,
      to: row.to,
      matrixVer: matrix.version,
      package: FILLED
    }
    return option(`escalate:${row.id}`, 'escalate', 'functional', command, fields, about)
  })
  const here = openFunctional(kase)
  if (here?.state.status === 'accepted') {
    const about = { escalationId: here.id, to: here.from }
    up.push(
      option(
        `return:${here.id}`,
        'return',
        'functional',
        { type: 'escalation.return', caseId, escalationId: here.id, note: '-' },
        [{ kind: 'text', name: 'note', required: true }],
        about
      )
    )
  }
  if (here?.state.status === 'requested' && here.by === person.id) {
    up.push(
      option(
        `withdraw:${here.id}`,
        'withdraw',
        'functional',
        { type: 'escalation.withdraw', caseId, escalationId: here.id },
        [],
        { escalationId: here.id }
      )
    )
  }
  return up
}

/** One button per action: small amounts are granted at once, larger ones go along the row their amount falls in. */
function grantOptions({ kase, person, matrix, option }: Maker): Option[] {
  if (kase.state.status === 'resolved' || kase.state.status === 'closed') return []
  const { currency } = matrix
  return AuthorityAction.options.flatMap((action) => {
    const leftMinor = leftToGrant(kase, action, person, matrix)
    const rows = approvalRows(kase, action, person, matrix)
    if (leftMinor === 0 && rows.length === 0) return []
    const routes = rows.map(({ id, overMinor, upToMinor, chain, package: needs }) => ({
      rowId: id,
      overMinor,
      upToMinor,
      chain,
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
function requestOptions({ kase, person, option }: Maker): Option[] {
  const caseId = kase.id
  const open = kase.escalations.filter(
    (one): one is HierarchicalEscalation => one.kind === 'hierarchical' && one.state.status === 'requested'
  )
  return open.flatMap((one) => {
    const about = {
      escalationId: one.id,
      subjectHash: one.subjectHash,
      ask: one.ask,
      action: one.ask.action,
      currency: one.ask.currency
    }
    if (one.by === person.id) {
      return [
        option(
          `withdraw:${one.id}`,
          'withdraw',
          'hierarchical',
          { type: 'escalation.withdraw', caseId, escalationId: one.id },
          [],
          about
        ),
        option(
          `amend:${one.id}`,
          'amend',
          'hierarchical',
          { type: 'approval.amend', caseId, escalationId: one.id, ask: one.ask },
          [{ kind: 'money', name: 'amountMinor', required: true, currency: one.ask.currency }],
          about
        )
      ]
    }
    const answer = { caseId, escalationId: one.id, subjectHash: one.subjectHash }
    return [
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
      )
    ]
  })
}
