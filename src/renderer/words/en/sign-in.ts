export const signIn = {
  title: 'Sign in to Tierline',
  server: 'Server',
  serverHint: 'The address your administrator gave you.',
  person: 'Name or email',
  password: 'Password',
  submit: 'Sign in',
  working: 'Signing in',
  wrong: 'Name and password do not match.',
  unreachable: 'The server does not answer. Check the address and the network, then try again.',
  offlineStart: 'Go on without a connection',
  signOut: 'Sign out',
  signOutWaiting: 'Changes still wait here. Sign out once they are sent, or they stay on this machine.'
}
