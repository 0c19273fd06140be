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
    sendAnyway: 'Send anyway',
    saveAsNote: 'Keep as a note',
    tryAgain: 'Try again',
    toComposer: 'Back to the composer',
    undo: 'Undo',
    dismiss: 'Dismiss'
  },
  empty: { title: 'Everything is sent', text: 'Changes made offline wait here.' }
}
