import type { signIn as en } from '../en/sign-in.ts'

export const signIn: typeof en = {
  title: 'Entrar en Tierline',
  server: 'Servidor',
  serverHint: 'La dirección que te dio tu administrador.',
  person: 'Nombre o correo',
  password: 'Contraseña',
  submit: 'Entrar',
  working: 'Entrando',
  wrong: 'El nombre y la contraseña no coinciden.',
  unreachable: 'El servidor no responde. Comprueba la dirección y la red, y vuelve a intentarlo.',
  offlineStart: 'Seguir sin conexión',
  signOut: 'Salir',
  signOutWaiting: 'Aún hay cambios esperando aquí. Sal cuando se hayan enviado o se quedarán en este equipo.'
}
