export const settings = {
  title: 'Settings',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  motion: 'Motion',
  motions: { system: 'As the system', none: 'None' },
  timeZone: 'Time zone',
  notifications: 'Notifications',
  shortcuts: 'Shortcuts',
  about: 'About',
  version: 'Version'
}
