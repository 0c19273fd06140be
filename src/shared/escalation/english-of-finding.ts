import { inUnits } from '../lib/currency.ts'
import { queueKey } from '../people/queue.ts'
import { englishOfWrong } from './english-of-fault.ts'
import type { ExampleCase, Finding, FindingCode } from './finding.ts'
import { TextFaultCode } from './text-fault.ts'

/** One sentence per code for the command line; words in braces are filled with the values of the finding. */
const SENTENCES: Record<FindingCode, string> = {
  shape: '{wrong}',
  newer_format: 'this document was written by a newer Tierline',
  duplicate_id: '{id} stands there twice',
  unknown_team: 'there is no queue {queue}',
  unknown_tier: 'there is no tier {tier}',
  unknown_category: 'there is no category {category}',
  unknown_exception: 'there is no exception {exception}',
  exception_unused: 'no row asks for the exception {exception}, so nobody ever can',
  share_falls: 'the share of {tier} goes from {from} to {to} percent, which is no range',
  unknown_person: 'nobody is called {person}',
  not_up: '{to} is not above {from}, so the row does nothing there',
  empty_range: 'no amount is over {over} and up to {upTo}',
  lost_queue: '{queue} is gone, but {open} cases in work stand there',
  awaited_queue:
    '{queue} is gone, but {open} cases in work would go there: back, or with a move that was asked for',
  currency_changed:
    'amounts in {from} still count on {cases} cases, asked for or granted, and would be taken for {to}',
  lost_category: 'the category {category} is gone, but {open} cases in work have it',
  no_owner: 'nobody works in {queue}, where such cases go',
  empty_team: 'nobody but escalation managers works in {queue}',
  dead_end: 'from {queue} such a case can go nowhere, though others can go up',
  unsure_way:
    'from {queue} such a case goes up only by {by}: by itself when it comes to that, or with approval',
  cycle: 'a case moved from {from} to {to} is sent back to {from} by other rows',
  shadowed: 'never gets its turn: {by} takes every case it is for',
  takes_all: 'takes every case of {places}, so no functional row there ever gets its turn',
  unreachable: 'no case ever gets here: {what}',
  never_comes:
    'no case is left for it in {places}: along the rows such cases do not come there, or rows before it take them',
  no_approver: 'nobody can decide step {step} for cases of {queue}',
  own_approval: 'when {person} asks, nobody else can decide step {step} for cases of {queue}',
  nobody_told: 'there is nobody to tell about cases of {queue}',
  told_already: 'when step {step} is not answered in time, only those are told who have been asked already',
  told_asker:
    'when {person} asks and step {step} is not answered in time, nobody but {person} is told for {queue}',
  limit_falls: 'the {action} limit of {tier} ({limit}) is lower than that of {below} ({belowLimit})',
  customer_limit_falls:
    'the {action} limit of {tier} per customer ({limit} in {days} days) is lower than that of {below} ({belowLimit} in {belowDays} days)',
  amount_gap: 'amounts over {over} and up to {upTo} have no row of their own for {tier} and go to this one',
  amount_overlap: 'amounts over {over} and up to {upTo} go to {by}, which stands before it',
  chain_too_slow:
    'the chain may take {chain} minutes, but {tier} has {target} to resolve a case of {priority} priority',
  accept_after_resolve: '{accept} minutes to accept or answer leave no time of the {resolve} to resolve',
  resolve_after_target:
    '{resolve} minutes to resolve are more than the {target} that {tier} has for {priority} priority',
  no_target: 'there is no SLA line for {priority} priority',
  delegate_loop: '{of} and {to} stand in for each other without an end',
  delegate_unable: '{of} decides nothing in this matrix, so {to} cannot stand in',
  customer_below_case:
    '{tier} may give {customer} per customer, less than the {limit} per case, so the limit per case is never reached ({action})',
  auto_approve_over:
    'step {step} says yes by itself up to {auto}, which is not among the amounts it may: over {over} and up to {upTo}',
  automatic_loop: 'undoes what {by} does',
  automatic_idle: 'the cases it is for have {priority} priority already',
  automatic_twice: 'does the same as {by}, at the same moment and for the same cases',
  message_incomplete:
    'the part {part} of the customer message is not written in {language}, which a team speaks',
  unknown_placeholder: '{{word}} is nothing the customer message can be filled with (part {part}, {language})'
}

/** The sentence of a finding, filled in. */
export function englishOfFinding({ code, values }: Pick<Finding, 'code' | 'values'>): string {
  const fault = TextFaultCode.safeParse(values['fault'])
  const wrong = fault.success ? englishOfWrong({ code: fault.data, values }) : ''
  return SENTENCES[code].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name === 'wrong' ? wrong : (values[name] ?? whole)
  )
}

/** A finding as lines of text: how bad, where, what, and an example of a case. */
export function linesOfFinding(finding: Finding): string[] {
  const { level, row, path, example } = finding
  const where = row ? `${row.list} ${row.id} (${path})` : path
  const first = `${level}: ${where}${where && ': '}${englishOfFinding(finding)}`
  return example ? [first, `  for example ${englishOfExample(example)}`] : [first]
}

/** `L1/front, category card, high, email, B2C, vip, 80.00 EUR`. */
function englishOfExample({
  queue,
  category,
  priority,
  channel,
  segment,
  flags,
  amountMinor,
  currency = ''
}: ExampleCase): string {
  const money = amountMinor === undefined ? [] : [`${inUnits(amountMinor, currency)} ${currency}`.trim()]
  return [queueKey(queue), category, priority, channel, segment, ...flags, ...money].join(', ')
}
