import type { settings as en } from '../en/settings.ts'

export const settings: typeof en = {
  title: 'Ajustes',
  language: 'Idioma',
  theme: 'Tema',
  themes: { system: 'El del sistema', light: 'Claro', dark: 'Oscuro', contrast: 'Alto contraste' },
  density: 'Densidad',
  densities: { comfortable: 'Cómoda', compact: 'Compacta' },
  motion: 'Movimiento',
  motions: { system: 'El del sistema', none: 'Ninguno' },
  timeZone: 'Zona horaria',
  notifications: 'Avisos',
  shortcuts: 'Atajos',
  about: 'Acerca de',
  version: 'Versión'
}
