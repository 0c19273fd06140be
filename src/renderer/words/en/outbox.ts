import type { CommandType } from '../../../shared/case/command.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export const outbox = {
  title: 'Outbox',
  subtitle: 'What this machine did that the server has not answered yet.',
  state: { saved: 'Saved here', sent: 'Sent', confirmed: 'Confirmed', refused: 'Refused' },
  review: {
    title: 'To review',
    count: (count: number) => plural(count, { one: '# change needs you', other: '# changes need you' }),
    text: 'Nothing you wrote is lost. Choose what becomes of it.',
    open: 'Review'
  },
  choices: {
    lookAgain: 'Look again',
    sendAnyway: 'Send anyway',
    saveAsNote: 'Keep as a note',
    tryAgain: 'Try again',
    toComposer: 'Back to the composer',
    undo: 'Undo',
    gotIt: 'Got it',
    dismiss: 'Dismiss',
    discardWords: 'Throw my words away'
  },
  empty: { title: 'Everything is sent', text: 'Changes made offline wait here.' },
  did: {
    'case.open': 'Opened the case',
    'case.claim': 'Claimed it',
    'case.assign': 'Assigned it',
    'case.release': 'Released it',
    'case.transfer': 'Transferred it',
    'case.reply': 'Replied',
    'case.note': 'Added a note',
    'case.setPriority': 'Set the priority',
    'case.setCategory': 'Set the category',
    'case.setFlag': 'Changed a flag',
    'case.goPrivate': 'Moved it out of the public',
    'case.callManager': 'Called the escalation manager',
    'case.answerCall': 'Answered the call',
    'case.swarm': 'Asked a colleague for help',
    'case.leaveSwarm': 'Left the swarm',
    'approval.handOn': 'Handed a request on',
    'case.pend': 'Set it pending',
    'case.hold': 'Put it on hold',
    'case.resume': 'Resumed it',
    'case.resolve': 'Resolved it',
    'case.close': 'Closed it',
    'case.reopen': 'Reopened it',
    'case.grant': 'Granted an amount',
    'case.escalate': 'Escalated it',
    'escalation.accept': 'Accepted the escalation',
    'escalation.return': 'Returned it',
    'escalation.withdraw': 'Withdrew the escalation',
    'approval.request': 'Asked for approval',
    'approval.amend': 'Changed the request',
    'approval.approve': 'Approved a request',
    'approval.decline': 'Declined a request'
  } satisfies Record<CommandType, string>,
  tryNow: 'Try now',
  trying: 'Trying',
  offline: 'Offline. These go out in this order when you are back.',
  count: (count: number) => plural(count, { one: '# change waits', other: '# changes wait' }),
  openCase: 'Open the case',
  yourWords: 'Your words',
  copyWords: 'Copy the words',
  outcome: { held: 'Not sent yet', rejected: 'Not done', transformed: 'Done differently' },
  changed: {
    was: 'You answered',
    now: 'It is now',
    over: 'It no longer waits for you.'
  },
  youDid: (what: string, when: string) => `${what}, ${when}`,
  reviewEmpty: {
    title: 'Nothing to review',
    text: 'Changes that could not be done as you asked appear here.'
  },
  offer: (count: number) =>
    plural(count, {
      one: '# change was not done as you asked. Nothing you wrote is lost.',
      other: '# changes were not done as you asked. Nothing you wrote is lost.'
    }),
  notDone: (why: string) => `That did not work either. ${why}`
}
