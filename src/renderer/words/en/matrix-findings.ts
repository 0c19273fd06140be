import type { FindingCode } from '../../../shared/escalation/finding.ts'

/** What is wrong with a draft; words in braces are filled with the values of the finding. */
export const matrixFindings: Readonly<Record<FindingCode, string>> = {
  shape: 'This cannot stand there. {wrong}',
  newer_format: 'This document was written by a newer Tierline.',
  duplicate_id: '{id} stands there twice.',
  unknown_team: 'There is no queue {queue}.',
  unknown_tier: 'There is no tier {tier}.',
  unknown_category: 'There is no category {category}.',
  unknown_exception: 'There is no exception {exception}.',
  exception_unused: 'No row asks for the exception {exception}, so nobody ever can.',
  unknown_person: 'Nobody is called {person}.',
  share_falls: 'The share of {tier} goes from {from} to {to} percent, which is no range.',
  not_up: '{to} is not above {from}, so the row does nothing there.',
  empty_range: 'No amount is over {over} and up to {upTo}.',
  lost_queue: '{queue} is gone, but {open} cases in work stand there.',
  awaited_queue:
    '{queue} is gone, but {open} cases in work would go there: back, or with a move that was asked for.',
  lost_category: 'The category {category} is gone, but {open} cases in work have it.',
  currency_changed:
    'Amounts in {from} still count on {cases} cases, asked for or granted, and would be taken for {to}.',
  no_owner: 'Nobody works in {queue}, where such cases go.',
  empty_team: 'Nobody but escalation managers works in {queue}.',
  dead_end: 'From {queue} such a case can go nowhere, though others can go up.',
  unsure_way:
    'From {queue} such a case goes up only by {by}: by itself when it comes to that, or with approval.',
  cycle: 'A case moved from {from} to {to} is sent back to {from} by other rows.',
  shadowed: 'It never gets its turn: {by} takes every case it is for.',
  takes_all: 'It takes every case of {places}, so no functional row there ever gets its turn.',
  unreachable: 'No case ever gets here: {what}.',
  never_comes:
    'No case is left for it in {places}: along the rows such cases do not come there, or rows before it take them.',
  no_approver: 'Nobody can decide step {step} for cases of {queue}.',
  own_approval: 'When {person} asks, nobody else can decide step {step} for cases of {queue}.',
  nobody_told: 'There is nobody to tell about cases of {queue}.',
  told_already: 'When step {step} is not answered in time, only those are told who have been asked already.',
  told_asker:
    'When {person} asks and step {step} is not answered in time, nobody but {person} is told for {queue}.',
  limit_falls: '{action}: the limit of {tier} ({limit}) is lower than that of {below} ({belowLimit}).',
  customer_limit_falls:
    '{action}: the limit of {tier} per customer ({limit} in {days} days) is lower than that of {below} ({belowLimit} in {belowDays} days).',
  amount_gap: 'Amounts over {over} and up to {upTo} have no row of their own for {tier} and go to this one.',
  amount_overlap: 'Amounts over {over} and up to {upTo} go to {by}, which stands before it.',
  chain_too_slow:
    'The chain may take {chain}, but {tier} has {target} to resolve a case of {priority} priority.',
  accept_after_resolve: '{accept} to accept or answer leave no time of the {resolve} to resolve.',
  resolve_after_target:
    '{resolve} to resolve are more than the {target} that {tier} has for {priority} priority.',
  no_target: 'There are no time targets for {priority} priority.',
  delegate_loop: '{of} and {to} stand in for each other without an end.',
  delegate_unable: '{of} decides nothing in this matrix, so {to} cannot stand in.',
  customer_below_case:
    '{action}: {tier} may give {customer} per customer, less than the {limit} per case, so the limit per case is never reached.',
  auto_approve_over:
    'Step {step} says yes by itself up to {auto}, which is not among the amounts it may: over {over} and up to {upTo}.',
  automatic_loop: 'It undoes what {by} does.',
  automatic_idle: 'The cases it is for have {priority} priority already.',
  automatic_twice: 'It does the same as {by}, at the same moment and for the same cases.',
  message_incomplete: '“{part}” is not written in {language}, which a team speaks.',
  unknown_placeholder: '“{part}” ({language}) names {word} in braces, which nothing fills in.'
}
