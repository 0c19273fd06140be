import type { signIn as en } from '../en/sign-in.ts'

export const signIn: typeof en = {
  title: 'Accedi a Tierline',
  server: 'Indirizzo del server',
  person: 'Nome o email',
  password: 'Password',
  submit: 'Accedi',
  working: 'Accesso in corso',
  wrong: 'Email e password non corrispondono.',
  unreachable: 'Il server non risponde. Controlla l’indirizzo e la rete, poi riprova.',
  signOut: 'Esci',
  leaving: 'Uscita fatta. Cerco il server',
  signOutWaiting:
    'Ci sono ancora modifiche in attesa. Esci quando sono partite, o restano su questo computer.',
  demoTitle: 'Chi vuoi essere?',
  demoText:
    'Questo è uno spazio di prova: ognuno può occupare qualsiasi posto. Quello che fai lo vede chi altro è qui.',
  queues: 'Code',
  allQueues: 'Tutte le code',
  noQueues: 'Nessuna coda propria',
  choose: (name, role) => `Accedi come ${name}, ${role}`,
  email: 'Indirizzo email',
  tooManyTries: (span) => `Troppi tentativi. Riprova tra ${span}.`,
  notReachableTitle: 'Il server non risponde',
  notReachable: 'Per entrare serve il server una volta. Quello che aspetta su questo computer è salvo.',
  notAllowed: 'Questo account non può accedere qui. Chiedi all’amministratore.',
  failed: 'Il server non ti ha fatto entrare. Riprova; se succede ancora, avvisa l’amministratore.',
  retry: 'Riprova',
  looking: 'Controlla l’indirizzo e la rete. La console ricontrolla da sola.',
  missing: 'Scrivi l’email e la password.'
}
