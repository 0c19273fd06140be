import type { importing as en } from '../en/importing.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('it')

export const importing: typeof en = {
  title: 'Importa casi',
  choose: 'Scegli un file',
  from: 'Da',
  phase: {
    receiving: 'Ricezione del file',
    reading: 'Lettura',
    checking: 'Controllo',
    publishing: 'Pubblicazione',
    done: 'Finito',
    failed: 'Fermato',
    cancelled: 'Annullato'
  },
  progress: (done, all) => `${done} di ${all}`,
  imported: (count) => plural(count, { one: '# caso importato', other: '# casi importati' }),
  problems: (count) => plural(count, { one: '# riga da controllare', other: '# righe da controllare' }),
  downloadProblems: 'Salva l’elenco dei problemi',
  cancel: 'Annulla l’importazione',
  cancelHint: 'Di un’importazione annullata non resta niente.',
  needsConnection: 'Per importare serve il server. Si può fare quando sei in linea.'
}
