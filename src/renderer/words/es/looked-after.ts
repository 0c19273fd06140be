import type { lookedAfter as en } from '../en/looked-after.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('es')

export const lookedAfter: typeof en = {
  status: {
    title: 'Cómo está esta consola',
    state: 'Conexión',
    states: {
      online: 'En línea',
      connecting: 'Conectando',
      offline: 'Sin conexión',
      refused: 'No conectada'
    },
    waiting: 'Pendiente de enviar',
    lastSynced: 'Última sincronización',
    never: 'Nunca',
    nextTry: 'Próximo intento',
    inSpan: (span) => `dentro de ${span}`,
    grantEnds: 'Funciona sin el servidor hasta',
    copy: 'Copiar diagnóstico',
    copyHint: 'Para quien te ayude. No contiene nada de ningún caso.',
    copied: 'Copiado',
    notCopied: 'No se pudo copiar'
  },
  devices: {
    title: 'Consolas',
    lead: 'Todas las instalaciones que han visto este servidor, primero la vista más recientemente.',
    table: 'Todas las consolas',
    person: 'Persona',
    version: 'Versión',
    seen: 'Vista por última vez',
    here: 'Aquí ahora',
    behind: 'Hechos por detrás',
    waiting: 'Pendiente allí',
    toReview: 'Por revisar',
    refused: 'Rechazado',
    unknown: 'Desconocida',
    none: { title: 'Aún no hay consolas', text: 'Quien entre aparecerá aquí.' }
  },
  held: {
    title: 'Trabajo retenido',
    lead: 'Alguien lo hizo cuando tenía permiso, o pudo salir antes de que se restaurara el servidor. Tú decides qué pasa con ello.',
    count: (count) => plural(count, { one: '# espera tu decisión', other: '# esperan tu decisión' }),
    did: (who, what, when) => `${who}: ${what}, ${when}`,
    op: 'Tenía permiso cuando lo hizo y ya no lo tiene.',
    effect:
      'Puede que esto llegara al cliente antes de restaurar el servidor. Mira donde habría llegado y decide.',
    let: 'Que se haga',
    drop: 'No hacerlo',
    letEffect: 'Llevarlo a cabo',
    dropEffect: 'Ya se había llevado a cabo',
    sure: 'Seguro que no se hace',
    refused: (why) => `Ya no encaja. ${why}`,
    gone: 'Alguien ya ha decidido sobre esto.',
    open: (ref) => `Abrir ${ref}`,
    none: { title: 'No hay nada retenido', text: 'Lo que necesite tu decisión aparecerá aquí.' }
  },
  offline: {
    title: 'Solo lo sabe el servidor',
    text: 'Ahora no se puede llegar a él. Aparecerá en cuanto se pueda.'
  },
  failed: { title: 'No se pudo obtener', text: 'El servidor no respondió como se esperaba.' }
}
