import type { Refusal } from '../../../shared/case/refusal.ts'

/** One text per refusal: what happened, then the next step. Who, when and how much come ready to be read. */
export const refusals = {
  NoSuchCase: 'This case is not here any more. Look it up by its number.',
  AlreadyExists: 'This case was already opened. Look for it in the queue.',
  CaseTaken: {
    before: (who: string, span: string) =>
      `${who} took this case ${span} before you. Next case like this: J.`,
    first: (who: string) => `${who} took this case before you. Next case like this: J.`,
    since: (who: string, when: string) => `${who} has this case (${when}). Next case like this: J.`
  },
  NotYourCase: (who: string) => `This case is with ${who}. Ask for a transfer, or add a note.`,
  NotYourQueue: (queue: string) => `You do not work in ${queue}.`,
  NobodyOwnsIt: 'Nobody owns this case yet. Claim it first.',
  CaseResolved: (who: string, when: string) => `${who} resolved this case (${when}). Reopen it to go on.`,
  CaseClosed: 'This case is closed. Open a new one and mention its number.',
  NotResolved: 'This case is not resolved yet. Resolve it first.',
  NotWaiting: 'This case is not waiting for anything.',
  NoSuchPerson: 'This person does not work here any more. Choose another.',
  PersonNotInQueue: (who: string) =>
    `${who} does not work in this queue. Choose another, or transfer the case.`,
  OnlySupervisor: 'A supervisor can do this.',
  NoOtherTeam: 'There is no other team on this tier.',
  NoSuchQueue: (queue: string) => `${queue} does not exist any more. Choose another queue.`,
  NoSuchCategory: 'This category does not exist any more. Choose another.',
  NoRoute: 'The matrix has no way up for this case. Ask your escalation manager.',
  TargetChanged: (was: string, now: string) => `Cases like this now go to ${now}, not ${was}. Send it there?`,
  PackageIncomplete: (fields: string) => `Still needed: ${fields}.`,
  OverLimit: (left: string) => `Over your limit: ${left} left. Ask for approval.`,
  WithinLimit: (left: string) => `You can grant this yourself: ${left} left.`,
  NobodyMayApprove: 'Nobody may approve this amount. Ask your escalation manager.',
  WrongCurrency: (currency: string) => `Amounts here are in ${currency}.`,
  AlreadyAsked: 'This was already asked. Wait for the answer, or change the request.',
  ApprovalOpen: 'An approval is still open. Wait for the answer, or withdraw it.',
  NoSuchEscalation: 'This escalation is not here any more.',
  EscalationEnded: (state: string) => `This escalation has ended: ${state}.`,
  NotAccepted: 'Nobody has accepted this escalation yet.',
  EscalatedOn: (queue: string) =>
    `The case has been escalated further, to ${queue}. It has to come back from there first.`,
  TimeRanOut: (when: string) => `The time for this decision ran out: ${when}.`,
  UnknownMatrix: (version: number) =>
    `This was made under version ${version} of the matrix, which the server does not know. Look again, then send it once more.`,
  OnlyRequester: 'Only the person who asked can do this.',
  OwnRequest: 'Somebody else has to decide on your own request.',
  NotApprover: 'This decision is with somebody else.',
  StaleSubject: 'The request changed meanwhile. Look again before you decide.',
  CannotDecide: (who: string) => `${who} cannot decide this. Choose another.`,
  NoSuchException: 'The matrix does not know this exception any more.',
  MustGoPrivate: (channel: string) =>
    `This conversation is public and holds private data. Move it first: ${channel}.`,
  NotPublic: 'This conversation is not public.',
  FlagProtected: 'Only a supervisor takes this flag down.',
  TooEarlyToCall: 'The case has not gone back and forth yet.',
  AlreadyCalled: (who: string, when: string) => `${who} has called the escalation manager (${when}).`,
  NotCalled: 'Nobody called for this case.',
  NotInSwarm: 'You are not in the swarm of this case.',
  ReplyNotSent: {
    before: {
      resolved: (who: string) => `${who} resolved this case. Reopen it to answer.`,
      owner: (who: string) => `${who} has this case and answers the customer. You can add a note.`
    },
    resolved: (who: string) => `Not sent: ${who} resolved the case meanwhile. Your reply is kept.`,
    owner: (who: string) => `Not sent: ${who} has the case now. Your reply is kept.`
  },
  WaitsOnRefused: 'Not done, because a change of yours before it was not accepted.',
  SentAlready: {
    as: (what: string, when: string) =>
      `This was sent already (${when}): ${what}. What stands here now was not sent. Press again to send it as well.`,
    other: 'Something else was sent in its place before, and this was not done.'
  },
  TooLong: (field: string, length: string, most: string) =>
    `Too long: ${field} has ${length} characters and may have ${most}. Nothing was cut or sent.`,
  NoLongerAllowed:
    'When you did this you were allowed to, and now you are not. Nothing is lost: a supervisor of the queue decides whether it happens.',
  GrantLapsed:
    'This machine has not met the server for three days. You can read and keep drafts; connect to act again.',
  NotUnderstood: 'The server did not understand this. Update the console and try again.',
  ServerBroke: 'The server failed on this. It is kept here; try again, or send the details.'
} satisfies Record<Refusal['type'], unknown>
