import type { refusals as en } from '../en/refusals.ts'

export const refusals: typeof en = {
  NoSuchCase: 'Questo caso non è più qui. Cercalo con il suo numero.',
  AlreadyExists: 'Questo caso era già aperto. Cercalo nella coda.',
  CaseTaken: {
    before: (who, span) => `${who} ha preso questo caso ${span} prima di te. Prossimo caso come questo: J.`,
    first: (who) => `${who} ha preso questo caso prima di te. Prossimo caso come questo: J.`,
    since: (who, when) => `Questo caso è di ${who} (${when}). Prossimo caso come questo: J.`
  },
  NotYourCase: (who) => `Questo caso è di ${who}. Chiedi il trasferimento o aggiungi una nota.`,
  NotYourQueue: (queue) => `Non lavori in ${queue}.`,
  NobodyOwnsIt: 'Nessuno ha ancora questo caso. Prima prendilo.',
  CaseResolved: (who, when) => `${who} ha risolto questo caso (${when}). Riaprilo per continuare.`,
  CaseClosed: 'Questo caso è chiuso. Aprine uno nuovo e cita il suo numero.',
  NotResolved: 'Questo caso non è ancora risolto. Prima risolvilo.',
  NotWaiting: 'Questo caso non aspetta niente.',
  NoSuchPerson: 'Questa persona non lavora più qui. Scegline un’altra.',
  PersonNotInQueue: (who) =>
    `${who} non lavora in questa coda. Scegli un’altra persona o trasferisci il caso.`,
  OnlySupervisor: 'Può farlo un supervisore.',
  NoOtherTeam: 'Non c’è un’altra squadra a questo livello.',
  NoSuchQueue: (queue) => `${queue} non esiste più. Scegli un’altra coda.`,
  NoSuchCategory: 'Questa categoria non esiste più. Scegline un’altra.',
  NoRoute: 'La matrice non prevede un’escalation per questo caso. Chiedi al responsabile escalation.',
  TargetChanged: (was, now) => `I casi come questo ora vanno a ${now}, non a ${was}. Lo invii lì?`,
  PackageIncomplete: (fields) => `Manca ancora: ${fields}.`,
  OverLimit: (left) => `Oltre il tuo limite: restano ${left}. Chiedi l’approvazione.`,
  WithinLimit: (left) => `Puoi concederlo tu: restano ${left}.`,
  NobodyMayApprove: 'Nessuno può approvare questo importo. Chiedi al responsabile escalation.',
  WrongCurrency: (currency) => `Qui gli importi sono in ${currency}.`,
  AlreadyAsked: 'È già stato chiesto. Aspetta la risposta o cambia la richiesta.',
  ApprovalOpen: 'C’è un’approvazione aperta. Aspetta la risposta o ritirala.',
  NoSuchEscalation: 'Questa escalation non è più qui.',
  EscalationEnded: (state) => `Questa escalation è finita: ${state}.`,
  NotAccepted: 'Nessuno ha ancora accettato questa escalation.',
  EscalatedOn: (queue) => `Il caso è già salito oltre, a ${queue}. Prima deve tornare da lì.`,
  TimeRanOut: (when) => `Il tempo per decidere è scaduto: ${when}.`,
  UnknownMatrix: (version) =>
    `È stato fatto con la versione ${version} della matrice, che il server non conosce. Ricontrolla e invia di nuovo.`,
  OnlyRequester: 'Può farlo solo chi l’ha chiesto.',
  OwnRequest: 'Sulla tua richiesta decide un’altra persona.',
  NotApprover: 'Questa decisione spetta a un’altra persona.',
  StaleSubject: 'Nel frattempo la richiesta è cambiata. Guardala di nuovo prima di decidere.',
  CannotDecide: (who) => `${who} non può decidere. Scegli un’altra persona.`,
  NoSuchException: 'La matrice non conosce più questa eccezione.',
  MustGoPrivate: (channel) =>
    `Questa conversazione è pubblica e contiene dati privati. Prima spostala: ${channel}.`,
  NotPublic: 'Questa conversazione non è pubblica.',
  FlagProtected: 'Solo un supervisore toglie questa segnalazione.',
  TooEarlyToCall: 'Il caso non è ancora andato avanti e indietro.',
  AlreadyCalled: (who, when) => `${who} ha già chiamato il responsabile delle escalation (${when}).`,
  NotCalled: 'Nessuno ha chiamato per questo caso.',
  NotInSwarm: 'Non sei nel gruppo di aiuto di questo caso.',
  ReplyNotSent: {
    before: {
      resolved: (who) => `${who} ha risolto questo caso. Riaprilo per rispondere.`,
      owner: (who) => `Questo caso è di ${who}, che risponde al cliente. Puoi aggiungere una nota.`
    },
    resolved: (who) => `Non inviata: nel frattempo ${who} ha risolto il caso. La tua risposta è salva.`,
    owner: (who) => `Non inviata: ora il caso è di ${who}. La tua risposta è salva.`
  },
  WaitsOnRefused: 'Non fatto, perché una tua modifica precedente non è stata accettata.',
  SentAlready: {
    as: (what: string, when: string) =>
      `Questo è già stato inviato (${when}): ${what}. Quello che c’è ora qui non è stato inviato. Premi di nuovo per inviare anche questo.`,
    other: 'Prima è stato inviato qualcos’altro al suo posto, e questo non è stato fatto.'
  },
  TooLong: (field: string, length: string, most: string) =>
    `Troppo lungo: ${field} ha ${length} caratteri e può averne ${most}. Niente è stato tagliato o inviato.`,
  NoLongerAllowed:
    'Quando l’hai fatto potevi farlo, ora non più. Nulla va perso: un supervisore della coda decide se avverrà.',
  GrantLapsed:
    'Questa postazione non incontra il server da tre giorni. Puoi leggere e tenere bozze; connettiti per tornare ad agire.',
  NotUnderstood: 'Il server non ha capito. Aggiorna la console e riprova.',
  ServerBroke: 'Il server ha avuto un guasto. Resta tutto qui; riprova o invia i dettagli.'
}
