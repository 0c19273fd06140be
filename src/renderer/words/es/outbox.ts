import type { outbox as en } from '../en/outbox.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const outbox: typeof en = {
  title: 'Bandeja de salida',
  subtitle: 'Lo que hizo este equipo y el servidor aún no ha contestado.',
  state: { saved: 'Guardado aquí', sent: 'Enviado', confirmed: 'Confirmado', refused: 'No aceptado' },
  review: {
    title: 'Por revisar',
    count: (count) => plural(count, { one: '# cambio te necesita', other: '# cambios te necesitan' }),
    text: 'No se pierde nada de lo que escribiste. Elige qué hacer con ello.',
    open: 'Revisar'
  },
  choices: {
    sendAnyway: 'Enviar de todos modos',
    saveAsNote: 'Guardar como nota',
    tryAgain: 'Reintentar',
    toComposer: 'Volver a editarlo',
    undo: 'Deshacer',
    dismiss: 'Descartar'
  },
  empty: { title: 'Todo enviado', text: 'Aquí esperan los cambios hechos sin conexión.' }
}
