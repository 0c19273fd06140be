import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export const kase = {
  status: {
    new: 'New',
    open: 'Open',
    pending: 'Pending',
    on_hold: 'On hold',
    resolved: 'Resolved',
    closed: 'Closed'
  },
  priority: { urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' },
  holdReason: { vendor: 'Vendor', approval: 'Approval', change: 'Change', problem: 'Problem' },
  resolution: {
    solved: 'Solved',
    explained: 'Explained',
    compensated: 'Compensated',
    duplicate: 'Duplicate',
    no_answer: 'No answer from the customer',
    not_solved: 'Not solved'
  },
  channel: { email: 'Email', phone: 'Phone', chat: 'Chat', web: 'Web form', social: 'Social' },
  segment: { B2B: 'Company', B2C: 'Person' },
  flag: {
    vip: 'VIP',
    fraud: 'Suspected fraud',
    compliance: 'Compliance',
    outage: 'Outage',
    public: 'Public'
  },
  role: {
    agent: 'Agent',
    supervisor: 'Supervisor',
    escalation_manager: 'Escalation manager',
    administrator: 'Administrator'
  },
  fields: {
    customer: 'Customer',
    email: 'Email',
    phone: 'Phone',
    company: 'Company',
    category: 'Category',
    flag: 'Flag',
    priority: 'Priority',
    channel: 'Channel',
    owner: 'Owner',
    queue: 'Queue',
    opened: 'Opened',
    reason: 'Reason',
    note: 'Note',
    amount: 'Amount',
    to: 'To',
    person: 'Person',
    language: 'Language',
    segment: 'Kind',
    subject: 'Subject',
    resolution: 'How it ended',
    status: 'Status'
  },
  language: { en: 'English', es: 'Spanish', it: 'Italian' },
  conversation: 'Conversation',
  customer: 'Customer',
  similar: 'Similar cases',
  actions: {
    claim: 'Claim',
    accept: 'Accept',
    assign: 'Assign',
    release: 'Release',
    transfer: 'Transfer',
    reply: 'Reply',
    note: 'Add note',
    setPriority: 'Set priority',
    setCategory: 'Set category',
    pend: 'Pending',
    hold: 'Put on hold',
    resume: 'Resume',
    resolve: 'Resolve',
    close: 'Close case',
    reopen: 'Reopen',
    flag: 'Flag',
    unflag: 'Take a flag down',
    goPrivate: 'Go private',
    callManager: 'Call the escalation manager',
    answerCall: 'Answer the call',
    swarm: 'Ask a colleague for help',
    leaveSwarm: 'Leave the swarm',
    move: 'Ask to move',
    exception: 'Ask for an exception',
    handOn: 'Hand on',
    escalate: 'Escalate',
    return: 'Return',
    withdraw: 'Withdraw',
    grant: 'Grant',
    amend: 'Change request',
    approve: 'Approve',
    decline: 'Decline'
  },
  composer: {
    label: 'Write',
    reply: 'Reply',
    note: 'Internal note',
    send: 'Send to customer',
    addNote: 'Add note',
    sendAndPend: 'Send and set pending',
    sendAndResolve: 'Send and resolve',
    moreWays: 'Other ways to send',
    replyPlaceholder: (name: string) => `Write to ${name}`,
    notePlaceholder: 'Only your colleagues see this',
    draftSaved: 'Draft saved on this machine',
    draftWaiting: 'Not on disk yet. The console keeps trying.',
    notSent: 'Not sent.'
  },
  toolbar: 'What you can do',
  attributes: 'More about it',
  /** What the shipped imports write about a case. */
  attribute: {
    source: 'Imported from',
    sourceId: 'Number there',
    sourceDate: 'Date there',
    slaMet: 'Deadline there',
    company: 'Company',
    state: 'State',
    issue: 'Issue',
    location: 'Location',
    closedCode: 'Closing code'
  },
  more: 'More',
  nobody: 'Nobody yet',
  you: 'You',
  change: (what: string, value: string) => `${what}: ${value}. Change`,
  reopened: (count: number) => plural(count, { one: 'Reopened # time', other: 'Reopened # times' }),
  sync: {
    here: 'Saved here',
    sent: 'Sent, not confirmed yet',
    confirmed: 'Confirmed'
  },
  timeline: {
    today: 'Today',
    yesterday: 'Yesterday',
    showAll: 'Show all of it',
    showLess: 'Show less',
    newBelow: 'New below',
    toEnd: 'To the end',
    writtenDownBy: (who: string) => `written down by ${who}`,
    late: 'Added after the case had moved on',
    handOff: 'Hand-off',
    quiet: (count: number) => plural(count, { one: '# step', other: '# steps' }),
    showSteps: 'Show them',
    hideSteps: 'Hide them'
  },
  form: {
    note: 'Note for your colleagues',
    choosePerson: 'Choose a person',
    chooseQueue: 'Choose a queue',
    nothingFound: 'Nobody found',
    assign: 'Assign the case',
    transfer: 'Transfer the case',
    hold: 'Put the case on hold',
    holdWhy: 'What it waits for',
    resolve: 'Resolve the case',
    reopen: 'Reopen the case',
    reopenWhy: 'Why it goes on',
    return: (queue: string) => `Return the case to ${queue}`,
    withdraw: 'Take the case back',
    close: 'Close the case',
    closeText: 'A closed case cannot be reopened.',
    approve: 'Approve the request',
    decline: 'Decline the request'
  },
  told: {
    rerouted: (was: string, now: string) =>
      `Cases like this now go to ${now}. Yours went there, not to ${was}.`,
    changedMeanwhile: (who: string, was: string, when: string) =>
      `${who} had set this to ${was} (${when}). It is now as you set it.`
  },
  left: {
    title: (ref: string) => `${ref} left your queues`,
    how: {
      escalated: (who: string, to: string) => `${who} escalated it to ${to}`,
      returned: (who: string, to: string) => `${who} returned it to ${to}`,
      transferred: (who: string, to: string) => `${who} transferred it to ${to}`,
      accepted: (who: string, to: string) => `${who} accepted it in ${to}`,
      withdrawn: (who: string, to: string) => `${who} took it back to ${to}`,
      decided: (who: string) => `${who} decided it`,
      scope: (_who: string, to: string) => `You no longer work in ${to}`,
      swarm: () => 'You are no longer pulled in',
      moved: (_who: string, to: string) => `It is in ${to} now`
    },
    drafts: 'What you had not sent is still here',
    copy: 'Copy',
    next: 'Next case like this'
  },
  fault: {
    title: 'This case cannot be shown right now',
    why: 'The console’s own engine does not answer. Nothing you did is lost.',
    next: 'It is tried again on its own.',
    act: 'Not done: the console’s engine does not answer. What you wrote is kept; try again in a moment.',
    diskFull:
      'Not done: the disk of this machine is full. What you wrote is kept on the screen; free some room and try again.'
  },
  flags: {
    raise: 'Raise a flag',
    lower: (flag: string) => `Take the flag down: ${flag}`
  },
  banners: {
    isPublic: (channel: string) =>
      `This conversation is public. Nobody answers here before it has moved: ${channel}.`,
    goPrivate: (channel: string) => `Move to ${channel}`,
    called: (who: string, when: string) => `${who} called the escalation manager (${when}).`,
    pingPong: 'Solve it together instead of sending it once more.',
    swarm: (people: string) => `Helping on this case: ${people}`
  },
  offer: {
    approved: (what: string) => `Approved: ${what}. The customer does not know yet.`,
    declined: (what: string) => `Declined: ${what}. The customer does not know yet.`,
    expired: (what: string) => `Nobody decided in time: ${what}. The customer does not know yet.`,
    write: (name: string) => `Write to ${name}`,
    notNow: 'Not now'
  },
  newCase: {
    title: 'New case',
    text: 'For a call or a visit. It stands in the queue you choose at once.',
    customerName: 'Who is it',
    subject: 'In one line',
    body: 'What the customer says',
    bodyHint: 'The customer’s words; the conversation begins with them.',
    open: 'Open the case',
    noQueue: 'You work in no queue. A supervisor can open cases.'
  },
  empty: { title: 'No case open', text: 'Choose one from the list, or press J.' },
  gone: { title: 'This case is not on this machine', text: 'It left your queues, or has not arrived yet.' }
}
