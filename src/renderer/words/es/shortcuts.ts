import type { shortcuts as en } from '../en/shortcuts.ts'

export const shortcuts: typeof en = {
  title: 'Atajos de teclado',
  subtitle: 'Las teclas sueltas descansan mientras escribes.',
  scopes: {
    everywhere: 'En todas partes',
    list: 'En una lista',
    case: 'En un caso',
    composer: 'Al escribir'
  },
  palette: 'Buscar o ejecutar una orden',
  help: 'Mostrar los atajos',
  next: 'Caso siguiente',
  previous: 'Caso anterior',
  open: 'Abrir el caso',
  back: 'Volver a la lista',
  claim: 'Tomar el caso',
  escalate: 'Escalar',
  reply: 'Escribir una respuesta',
  note: 'Escribir una nota interna',
  send: 'Enviar',
  pend: 'Dejar pendiente',
  resolve: 'Resolver',
  select: 'Seleccionar el caso',
  goToWork: 'Ir a Mi trabajo',
  goToDrafts: 'Ir a Borradores',
  goToApprovals: 'Ir a Aprobaciones',
  goToAtRisk: 'Ir a En riesgo',
  goToSettings: 'Ir a Ajustes',
  outbox: 'Abrir la bandeja de salida',
  toggleContext: 'Mostrar u ocultar el contexto',
  nextPane: 'Panel siguiente',
  change: 'Cambiar',
  press: 'Pulsa las teclas nuevas',
  taken: (by) => `Ya las usa: ${by}`,
  reset: 'Volver a las teclas originales',
  keyNames: { Ctrl: 'Ctrl', Mod: 'Ctrl', Alt: 'Alt', Shift: 'Mayús', Escape: 'Esc', Delete: 'Supr' }
}
