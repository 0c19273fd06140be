import type { settings as en } from '../en/settings.ts'

export const settings: typeof en = {
  title: 'Impostazioni',
  language: 'Lingua',
  theme: 'Tema',
  themes: { system: 'Come il sistema', light: 'Chiaro', dark: 'Scuro', contrast: 'Alto contrasto' },
  density: 'Densità',
  densities: { comfortable: 'Comoda', compact: 'Compatta' },
  motion: 'Movimento',
  motions: { system: 'Come il sistema', none: 'Nessuno' },
  timeZone: 'Fuso orario',
  notifications: 'Notifiche',
  shortcuts: 'Scorciatoie',
  about: 'Informazioni',
  version: 'Versione'
}
