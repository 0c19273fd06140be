import type { letters as en } from '../en/letters.ts'

export const letters: typeof en = {
  thing: { refund: 'el reembolso', credit: 'el abono', goodwill: 'la compensación' },
  approved: {
    money: (customer, what, amount) =>
      `Hola, ${customer}:\n\nSe ha aprobado ${what} de ${amount}. No tiene que hacer nada más.`,
    exception: (customer, what) =>
      `Hola, ${customer}:\n\nPodemos hacer una excepción en su caso: ${what}. Me encargo ahora mismo.`,
    move: (customer, team) =>
      `Hola, ${customer}:\n\nSu caso está ahora con nuestros especialistas (${team}). Saben lo que me contó, así que no tendrá que repetirlo.`
  },
  declined: {
    money: (customer, what, amount) =>
      `Hola, ${customer}:\n\nHe pedido para usted ${what} de ${amount}. Lo siento: esta vez no se ha aprobado.`,
    other: (customer) =>
      `Hola, ${customer}:\n\nHe pedido lo que usted deseaba. Lo siento: esta vez no es posible.`
  },
  signed: (text, agent) => `${text}\n\nUn saludo,\n${agent}`
}
