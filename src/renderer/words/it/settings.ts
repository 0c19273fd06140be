import type { settings as en } from '../en/settings.ts'

export const settings: typeof en = {
  title: 'Impostazioni',
  language: 'Lingua',
  theme: 'Tema',
  themes: { system: 'Come il sistema', light: 'Chiaro', dark: 'Scuro', contrast: 'Alto contrasto' },
  density: 'Densità',
  densities: { comfortable: 'Comoda', compact: 'Compatta' },
  timeZone: 'Fuso orario',
  notifications: 'Notifiche',
  shortcuts: 'Scorciatoie',
  about: 'Informazioni',
  version: 'Versione',
  looks: 'Aspetto',
  more: 'Impostazioni e informazioni',
  use: { theme: (name) => `Tema: ${name}`, density: (name) => `Densità: ${name}` },
  densityHint: { comfortable: 'Righe di 40 px, su due linee', compact: 'Righe di 28 px, su una linea' },
  languageHint: 'Quella della console. Ai clienti si scrive nella loro.',
  away: {
    title: 'Assenza',
    whose: 'Assenza di',
    me: (name) => `${name} (tu)`,
    theirs: {
      standIn: (name, who) =>
        `Ciò che nel frattempo attende una decisione di ${name} può essere deciso al posto suo da ${who}.`,
      nobody: (name) => `Nessuno sostituisce ${name}: la matrice non nomina alcun suo delegato.`,
      now: (name, until) => `${name} non c’è fino a ${until}.`,
      planned: (name, from, until) => `${name} non ci sarà da ${from} fino a ${until}.`,
      back: (name) => `${name} è di nuovo al lavoro`,
      save: (name) => `${name} non c’è`
    },
    othersLater: 'L’assenza di altri si potrà indicare quando il server sarà raggiungibile.',
    standIn: (who) =>
      `Ciò che attende una tua decisione mentre non ci sei può essere deciso al posto tuo da ${who}.`,
    nobody: 'Nessuno ti sostituisce: la matrice non nomina alcun tuo delegato.',
    now: (until) => `Non ci sei fino a ${until}.`,
    planned: (from, until) => `Non ci sarai da ${from} fino a ${until}.`,
    back: 'Sono di nuovo al lavoro',
    cancel: 'Annulla l’assenza',
    from: 'Assenza da',
    fromHint: 'Vuoto: da adesso.',
    until: 'Assenza fino a',
    save: 'Non ci sono',
    change: 'Cambia',
    noTime: 'Scegli un giorno e un’ora.',
    past: 'Quest’ora è già passata.',
    before: 'L’assenza deve finire dopo l’inizio.',
    failed: 'Non salvato.',
    refused: {
      NotAllowed: 'Non rispondi più di nessuna delle sue code.',
      NotFound: 'Qui non lavora più nessuno con questo nome.',
      NotReachable: 'Il server non è raggiungibile, e solo lui può avvisare gli altri.',
      InThePast: 'Quest’ora è già passata.'
    }
  },
  aboutData: 'Informazioni e dati',
  aboutText: 'Una console per l’assistenza a livelli: la coda vive su questo computer e funziona senza rete.',
  licence: 'Licenza',
  dataTitle: 'Dati inclusi',
  dataText:
    'Gli spazi di prova nascono da questi registri pubblici. Ciò che dicono non è cambiato; code, categorie e arrivo dei casi in attesa sono nostri.',
  data: {
    incidents: {
      title: '“Incident management process enriched event log”',
      text: 'Di Claudio Amaral, Marcelo Fantinato e Sarajane Peres. UCI Machine Learning Repository, 2018. Una parte del registro completo.'
    },
    reports: { title: 'Segnalazioni dei cittadini', text: 'Comune di Alessandria, dati aperti.' },
    complaints: {
      title: 'Reclami di consumatori',
      text: 'Consumer Financial Protection Bureau, Stati Uniti. I dati personali sono oscurati da chi pubblica.'
    }
  },
  licences: { ccBy: 'CC BY 4.0', usGovernment: 'CC0 e opera del governo degli Stati Uniti' },
  font: 'Carattere: Inter, SIL Open Font License 1.1. Icone: Lucide, ISC.'
}
