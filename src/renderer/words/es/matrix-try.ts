import type { matrixTry as en } from '../en/matrix-try.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const matrixTry: typeof en = {
  traits: 'El caso',
  pick: 'Tomar un caso real',
  pickPlaceholder: 'Número o palabras de un caso',
  pickEmpty: 'No se encontró ningún caso',
  picked: (ref) => `Como el caso ${ref} ahora`,
  unpick: 'Volver a un caso inventado',
  person: 'Lo ve',
  queue: 'Cola',
  amount: 'Pide',
  owner: 'Es suyo',
  marks: 'Marcas',
  underDraft: 'Con este borrador',
  inForce: 'En vigor',
  same: 'Igual en ambas',
  onlyDraft: 'Solo con el borrador',
  onlyForce: 'Solo en la vigente',
  changed: 'Cambiado',
  sameAll: 'Los botones son los mismos.',
  differ: (count) => plural(count, { one: 'Cambia # botón', other: 'Cambian # botones' }),
  noButtons: 'Ningún camino hacia arriba.',
  others: (count) => plural(count, { one: '# botón más', other: '# botones más' }),
  row: (id) => `fila ${id}`,
  alone: (amount) => `por su cuenta hasta ${amount}`,
  asksFor: (amount, chain) => `para ${amount}: ${chain}`,
  special: (reason: string) => `Ruta especial: ${reason}`,
  decides: (chain: string) => `Quién decide: ${chain}`,
  nobody: 'nadie puede aprobarlo',
  greyed: 'Está desactivado.',
  resolves: (span) => `resuelve en ${span}`,
  history: {
    start: 'Probar este borrador con el historial',
    again: 'Probar otra vez',
    cancel: 'Cancelar',
    running: 'Probando',
    progress: (done, all) => `${done} de ${all} casos`,
    result: (changed, all) => `${changed} de ${all} casos habrían ido a otro sitio`,
    nothing: 'Todos los casos pasados habrían seguido el mismo camino.',
    cancelled: (done, all) => `Cancelada tras ${done} de ${all} casos.`,
    failed: 'La prueba se detuvo',
    stale: 'El borrador cambió después de esta prueba.',
    rows: 'Por fila',
    before: 'En vigor',
    after: 'Borrador',
    bar: (row, before, after) =>
      `${row}: ${before} con la matriz en vigor, ${after} con el borrador. Ver sus casos`,
    idle: 'Filas con las que no encajó ningún caso pasado',
    noIdle: 'Se usaron todas las filas.',
    cases: 'Casos que habrían ido a otro sitio',
    casesOf: (row) => `De estos, los de ${row}`,
    allRows: 'Ver todos',
    way: (to, row) => `${to} por ${row}`,
    nowhere: 'a ninguna parte',
    noMatrix: 'Aún no hay ninguna matriz en vigor con la que comparar.',
    needsServer: 'El historial está en el servidor. Podrás probar cuando vuelva la conexión.',
    empty: {
      title: 'Aún sin probar',
      text: 'Mira qué casos pasados habrían ido a otro sitio antes de publicar.'
    },
    loading: 'Faltan más por llegar'
  },
  picture: {
    label: 'Niveles, equipos y caminos entre ellos',
    kinds: {
      functional: 'Conocimiento',
      special: 'Ruta especial',
      automatic: 'Automática',
      move: 'Movido tras la aprobación',
      authority: 'Pide autoridad'
    },
    edge: (kind, from, to) => `${kind}: de ${from} a ${to}`,
    node: (queue, out, into) => `${queue}: ${out} salidas, ${into} entradas`,
    rowsOf: (name) => `Filas de ${name}`,
    choose: 'Elige un equipo o una flecha.',
    list: 'Lo mismo en una lista',
    legend: 'Leyenda',
    none: 'ninguna'
  }
}
