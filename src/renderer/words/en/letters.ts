/** What a customer may be written when something they wait for was decided: a beginning, to be changed before it is sent. */
export const letters = {
  thing: { refund: 'refund', credit: 'credit', goodwill: 'goodwill payment' },
  approved: {
    money: (customer: string, what: string, amount: string) =>
      `Hello ${customer},\n\nyour ${what} of ${amount} has been approved. You need not do anything else.`,
    exception: (customer: string, what: string) =>
      `Hello ${customer},\n\nwe can make an exception for you: ${what}. I will see to it now.`,
    move: (customer: string, team: string) =>
      `Hello ${customer},\n\nyour case is now with our specialists (${team}). They know what you told me, so you need not repeat it.`
  },
  declined: {
    money: (customer: string, what: string, amount: string) =>
      `Hello ${customer},\n\nI asked for a ${what} of ${amount} for you. I am sorry: it was not approved this time.`,
    other: (customer: string) =>
      `Hello ${customer},\n\nI asked for what you wished. I am sorry: it is not possible this time.`
  },
  signed: (text: string, agent: string) => `${text}\n\nKind regards\n${agent}`
}
