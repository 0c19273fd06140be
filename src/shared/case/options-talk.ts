import { HoldReason, Resolution } from './case.ts'
import type { Option, OptionField } from './option.ts'
import type { Maker } from './options-for.ts'
import { privacyRow } from './routes.ts'

/** Reply, note, and out of the public. */
export function talkOptions({ kase, matrix, option }: Maker): Option[] {
  const caseId = kase.id
  const body: OptionField[] = [{ kind: 'text', name: 'body', required: true }]
  const note = option('note', 'note', 'talk', { type: 'case.note', caseId, body: '-' }, body)
  const reply = option('reply', 'reply', 'talk', { type: 'case.reply', caseId, body: '-' }, body)
  const row = privacyRow(kase, matrix)
  if (!row) return [reply, note]
  const about = { channel: row.to, rowId: row.id }
  return [
    option('goPrivate', 'goPrivate', 'talk', { type: 'case.goPrivate', caseId, to: row.to }, [], about),
    reply,
    note
  ]
}

/** The transitions of the case. */
export function statusOptions({ kase, option }: Maker): Option[] {
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
