import type { outbox as en } from '../en/outbox.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const outbox: typeof en = {
  title: 'In uscita',
  subtitle: 'Quello che questo computer ha fatto e a cui il server non ha ancora risposto.',
  state: { saved: 'Salvato qui', sent: 'Inviato', confirmed: 'Confermato', refused: 'Non accettato' },
  review: {
    title: 'Da rivedere',
    count: (count) =>
      plural(count, { one: '# modifica ha bisogno di te', other: '# modifiche hanno bisogno di te' }),
    text: 'Niente di quello che hai scritto va perso. Scegli che cosa farne.',
    open: 'Rivedi'
  },
  choices: {
    sendAnyway: 'Invia comunque',
    saveAsNote: 'Tieni come nota',
    tryAgain: 'Riprova',
    toComposer: 'Torna a modificarlo',
    undo: 'Annulla l’azione',
    dismiss: 'Ignora'
  },
  empty: { title: 'Tutto inviato', text: 'Qui aspettano le modifiche fatte non in linea.' }
}
