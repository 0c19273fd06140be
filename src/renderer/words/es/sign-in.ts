import type { signIn as en } from '../en/sign-in.ts'

export const signIn: typeof en = {
  title: 'Entrar en Tierline',
  server: 'Servidor',
  person: 'Nombre o correo',
  password: 'Contraseña',
  submit: 'Entrar',
  working: 'Entrando',
  wrong: 'El correo y la contraseña no coinciden.',
  unreachable: 'El servidor no responde. Comprueba la dirección y la red, y vuelve a intentarlo.',
  signOut: 'Salir',
  leaving: 'Has salido. Buscando el servidor',
  signOutWaiting: 'Aún hay cambios esperando aquí. Sal cuando se hayan enviado o se quedarán en este equipo.',
  demoTitle: '¿Quién quieres ser?',
  demoText:
    'Este es un espacio de prueba: cualquiera puede ocupar cualquier puesto. Lo que hagas lo ven los demás que estén aquí.',
  queues: 'Colas',
  allQueues: 'Todas las colas',
  noQueues: 'Sin colas propias',
  choose: (name, role) => `Entrar como ${name}, ${role}`,
  email: 'Correo',
  tooManyTries: (span) => `Demasiados intentos. Vuelve a intentarlo en ${span}.`,
  notReachableTitle: 'El servidor no responde',
  notReachable: 'Para entrar hace falta el servidor una vez. Lo que espera en este equipo se conserva.',
  notAllowed: 'Esta cuenta no puede entrar aquí. Pregunta a tu administrador.',
  failed: 'El servidor no te ha dejado entrar. Vuelve a intentarlo; si se repite, avisa a tu administrador.',
  retry: 'Reintentar',
  looking: 'Comprueba la dirección y la red. La consola vuelve a mirar sola.',
  missing: 'Escribe tu correo y tu contraseña.'
}
