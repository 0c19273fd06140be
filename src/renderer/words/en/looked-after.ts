import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

/** How consoles stand, and what waits for a supervisor. */
export const lookedAfter = {
  status: {
    title: 'How this console stands',
    state: 'Connection',
    states: { online: 'Online', connecting: 'Connecting', offline: 'Offline', refused: 'Not connected' },
    waiting: 'Waiting to be sent',
    lastSynced: 'Last synced',
    never: 'Never',
    nextTry: 'Next try',
    inSpan: (span: string) => `in ${span}`,
    grantEnds: 'Works without the server until',
    copy: 'Copy diagnostics',
    copyHint: 'For whoever helps you. Nothing of a case is in it.',
    copied: 'Copied',
    notCopied: 'Could not be copied'
  },
  devices: {
    title: 'Consoles',
    lead: 'Every installation that has met this server, the one seen last first.',
    table: 'All consoles',
    person: 'Person',
    version: 'Version',
    seen: 'Last seen',
    here: 'Here now',
    behind: 'Facts behind',
    waiting: 'Waiting there',
    toReview: 'To review',
    refused: 'Refused',
    unknown: 'Unknown',
    none: { title: 'No consoles yet', text: 'Whoever signs in appears here.' }
  },
  held: {
    title: 'Held work',
    lead: 'Somebody did this when they were allowed to, or it may have gone out before the server was restored. You decide what becomes of it.',
    count: (count: number) => plural(count, { one: '# waits for you', other: '# wait for you' }),
    did: (who: string, what: string, when: string) => `${who}: ${what}, ${when}`,
    op: 'They were allowed to do this when they did it, and are not any more.',
    effect:
      'This may have reached the customer before the server was restored. Look where it would have arrived, then decide.',
    let: 'Let it happen',
    drop: 'Do not do it',
    letEffect: 'Carry it out',
    dropEffect: 'It was carried out before',
    sure: 'Really do not do it',
    refused: (why: string) => `It does not fit any more. ${why}`,
    gone: 'Somebody has decided about this already.',
    open: (ref: string) => `Open ${ref}`,
    none: { title: 'Nothing is held', text: 'What needs your decision appears here.' }
  },
  offline: {
    title: 'Only the server knows',
    text: 'It cannot be reached now. This appears as soon as it can.'
  },
  failed: { title: 'This could not be fetched', text: 'The server did not answer as expected.' }
}
