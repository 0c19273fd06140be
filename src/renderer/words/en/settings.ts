export const settings = {
  title: 'Settings',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  timeZone: 'Time zone',
  notifications: 'Notifications',
  shortcuts: 'Shortcuts',
  about: 'About',
  version: 'Version',
  looks: 'Looks',
  more: 'Settings and about',
  use: { theme: (name: string) => `Theme: ${name}`, density: (name: string) => `Density: ${name}` },
  densityHint: { comfortable: 'Rows of 40 px, two lines', compact: 'Rows of 28 px, one line' },
  languageHint: 'Of the console. Customers are written to in their own.',
  away: {
    title: 'Absence',
    whose: 'Whose absence',
    me: (name: string) => `${name} (you)`,
    theirs: {
      standIn: (name: string, who: string) =>
        `What waits for the decision of ${name} meanwhile, ${who} can decide in their place.`,
      nobody: (name: string) => `Nobody stands in for ${name}: the matrix names no delegate of theirs.`,
      now: (name: string, until: string) => `${name} is away until ${until}.`,
      planned: (name: string, from: string, until: string) =>
        `${name} will be away from ${from} until ${until}.`,
      back: (name: string) => `${name} is back`,
      save: (name: string) => `${name} is away`
    },
    othersLater: 'The absence of others can be set once the server can be reached.',
    standIn: (who: string) =>
      `What waits for your decision while you are away, ${who} can decide in your place.`,
    nobody: 'Nobody stands in for you: the matrix names no delegate of yours.',
    now: (until: string) => `You are away until ${until}.`,
    planned: (from: string, until: string) => `You will be away from ${from} until ${until}.`,
    back: 'I am back',
    cancel: 'Take it back',
    from: 'Away from',
    fromHint: 'Empty: from now on.',
    until: 'Away until',
    save: 'I am away',
    change: 'Change',
    noTime: 'Choose a day and a time.',
    past: 'This time is over.',
    before: 'The absence has to end after it begins.',
    failed: 'Not saved.',
    refused: {
      NotAllowed: 'You no longer answer for a queue of theirs.',
      NotFound: 'Nobody of this name works here any more.',
      NotReachable: 'The server cannot be reached; only it can tell the others.',
      InThePast: 'This time is over.'
    }
  },
  aboutData: 'About and data',
  aboutText:
    'A console for tiered customer support: the queue lives on this machine and works without a network.',
  licence: 'Licence',
  dataTitle: 'Data that comes with it',
  dataText:
    'Demo workspaces are built from these public records. What they say is unchanged; queues, categories and when a waiting case arrives are ours.',
  data: {
    incidents: {
      title: 'Incident management process enriched event log',
      text: 'By Claudio Amaral, Marcelo Fantinato and Sarajane Peres. UCI Machine Learning Repository, 2018. A slice of the whole log.'
    },
    reports: { title: 'Citizen reports', text: 'Comune di Alessandria, open data.' },
    complaints: {
      title: 'Consumer complaints',
      text: 'Consumer Financial Protection Bureau, United States. Personal data is masked by the publisher.'
    }
  },
  licences: { ccBy: 'CC BY 4.0', usGovernment: 'CC0 and work of the US government' },
  font: 'Type: Inter, SIL Open Font License 1.1. Icons: Lucide, ISC.'
}
