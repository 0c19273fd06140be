import type { letters as en } from '../en/letters.ts'

export const letters: typeof en = {
  thing: { refund: 'il rimborso', credit: 'il credito', goodwill: 'l’omaggio' },
  approved: {
    money: (customer, what, amount) =>
      `Buongiorno ${customer},\n\nè stato approvato ${what} di ${amount}. Non deve fare altro.`,
    exception: (customer, what) =>
      `Buongiorno ${customer},\n\npossiamo fare un’eccezione per Lei: ${what}. Me ne occupo subito.`,
    move: (customer, team) =>
      `Buongiorno ${customer},\n\nla Sua pratica è ora dai nostri specialisti (${team}). Sanno già quello che mi ha raccontato: non dovrà ripeterlo.`
  },
  declined: {
    money: (customer, what, amount) =>
      `Buongiorno ${customer},\n\nho chiesto per Lei ${what} di ${amount}. Mi dispiace: questa volta non è stato approvato.`,
    other: (customer) =>
      `Buongiorno ${customer},\n\nho chiesto quello che desiderava. Mi dispiace: questa volta non è possibile.`
  },
  signed: (text, agent) => `${text}\n\nCordiali saluti\n${agent}`
}
