import type { signIn as en } from '../en/sign-in.ts'

export const signIn: typeof en = {
  title: 'Accedi a Tierline',
  server: 'Indirizzo del server',
  serverHint: 'L’indirizzo che ti ha dato l’amministratore.',
  person: 'Nome o email',
  password: 'Parola d’accesso',
  submit: 'Accedi',
  working: 'Accesso in corso',
  wrong: 'Nome e parola d’accesso non corrispondono.',
  unreachable: 'Il server non risponde. Controlla l’indirizzo e la rete, poi riprova.',
  offlineStart: 'Continua senza connessione',
  signOut: 'Esci',
  signOutWaiting:
    'Ci sono ancora modifiche in attesa. Esci quando sono partite, o restano su questo computer.'
}
