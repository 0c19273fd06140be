import type { settings as en } from '../en/settings.ts'

export const settings: typeof en = {
  title: 'Ajustes',
  language: 'Idioma',
  theme: 'Tema',
  themes: { system: 'El del sistema', light: 'Claro', dark: 'Oscuro', contrast: 'Alto contraste' },
  density: 'Densidad',
  densities: { comfortable: 'Cómoda', compact: 'Compacta' },
  timeZone: 'Zona horaria',
  notifications: 'Avisos',
  shortcuts: 'Atajos',
  about: 'Acerca de',
  version: 'Versión',
  looks: 'Aspecto',
  more: 'Ajustes e información',
  use: { theme: (name) => `Tema: ${name}`, density: (name) => `Densidad: ${name}` },
  densityHint: { comfortable: 'Filas de 40 px, dos líneas', compact: 'Filas de 28 px, una línea' },
  languageHint: 'El de la consola. A cada cliente se le escribe en el suyo.',
  away: {
    title: 'Ausencia',
    whose: 'Ausencia de',
    me: (name) => `${name} (tú)`,
    theirs: {
      standIn: (name, who) =>
        `Lo que espere la decisión de ${name} mientras tanto puede decidirlo en su lugar ${who}.`,
      nobody: (name) => `Nadie sustituye a ${name}: la matriz no le nombra a ninguna persona delegada.`,
      now: (name, until) => `${name} está fuera hasta el ${until}.`,
      planned: (name, from, until) => `${name} estará fuera desde el ${from} hasta el ${until}.`,
      back: (name) => `${name} ya ha vuelto`,
      save: (name) => `${name} está fuera`
    },
    othersLater: 'La ausencia de otras personas se podrá indicar cuando se pueda llegar al servidor.',
    standIn: (who) => `Lo que espere tu decisión mientras no estés puede decidirlo en tu lugar ${who}.`,
    nobody: 'Nadie te sustituye: la matriz no nombra a ninguna persona delegada tuya.',
    now: (until) => `Estás fuera hasta el ${until}.`,
    planned: (from, until) => `Estarás fuera desde el ${from} hasta el ${until}.`,
    back: 'Ya he vuelto',
    cancel: 'Anular',
    from: 'Fuera desde',
    fromHint: 'Vacío: desde ahora mismo.',
    until: 'Fuera hasta',
    save: 'Estoy fuera',
    change: 'Cambiar',
    noTime: 'Elige un día y una hora.',
    past: 'Esa hora ya ha pasado.',
    before: 'La ausencia debe terminar después de empezar.',
    failed: 'No se ha guardado.',
    refused: {
      NotAllowed: 'Ya no respondes de ninguna de sus colas.',
      NotFound: 'Aquí ya no trabaja nadie con ese nombre.',
      NotReachable: 'No se puede llegar al servidor, y solo él puede avisar a los demás.',
      InThePast: 'Esa hora ya ha pasado.'
    }
  },
  aboutData: 'Información y datos',
  aboutText:
    'Una consola de atención al cliente por niveles: la cola vive en este equipo y funciona sin red.',
  licence: 'Licencia',
  dataTitle: 'Datos que la acompañan',
  dataText:
    'Los espacios de prueba se hacen con estos registros públicos. Lo que dicen no se ha cambiado; las colas, las categorías y la llegada de los casos en espera son nuestras.',
  data: {
    incidents: {
      title: '«Incident management process enriched event log»',
      text: 'De Claudio Amaral, Marcelo Fantinato y Sarajane Peres. UCI Machine Learning Repository, 2018. Una parte del registro completo.'
    },
    reports: { title: 'Avisos de ciudadanos', text: 'Comune di Alessandria, datos abiertos.' },
    complaints: {
      title: 'Reclamaciones de consumidores',
      text: 'Consumer Financial Protection Bureau, Estados Unidos. El editor oculta los datos personales.'
    }
  },
  licences: { ccBy: 'CC BY 4.0', usGovernment: 'CC0 y obra del gobierno de Estados Unidos' },
  font: 'Tipografía: Inter, SIL Open Font License 1.1. Iconos: Lucide, ISC.'
}
