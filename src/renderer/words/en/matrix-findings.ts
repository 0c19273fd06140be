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
  unknown_person: 'Nobody is called {person}.',
  not_up: '{to} is not above {from}, so the row does nothing there.',
  empty_range: 'No amount is over {over} and up to {upTo}.',
  lost_queue: '{queue} is gone, but {open} cases in work stand there.',
  lost_category: 'The category {category} is gone, but {open} cases in work have it.',
  no_owner: 'Nobody works in {queue}, where such cases go.',
  empty_team: 'Nobody but escalation managers works in {queue}.',
  dead_end: 'From {queue} such a case can go nowhere, though others can go up.',
  cycle: 'A case moved from {from} to {to} is sent back to {from} by other rows.',
  shadowed: 'It never gets its turn: {by} takes every case it is for.',
  unreachable: 'No case ever gets here: {what}.',
  no_approver: 'Nobody can decide step {step} for cases of {queue}.',
  own_approval: 'When {person} asks, nobody else can decide step {step} for cases of {queue}.',
  limit_falls: '{action}: the limit of {tier} ({limit}) is lower than that of {below} ({belowLimit}).',
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
  message_incomplete: '“{part}” is not written in {language}, which a team speaks.',
  unknown_placeholder: '“{part}” ({language}) names {word} in braces, which nothing fills in.'
}
