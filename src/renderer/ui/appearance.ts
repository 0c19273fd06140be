export type Theme = 'system' | 'light' | 'dark' | 'contrast'
export type Density = 'comfortable' | 'compact'
export type Motion = 'system' | 'none'

/** Row heights in px, the same as `--row` in tokens.css: virtual lists need them as numbers. */
export const rowHeights: Record<Density, number> = { comfortable: 40, compact: 28 }

/** Puts the chosen looks on <html>; the tokens do the rest. */
export function applyAppearance(
  root: HTMLElement,
  looks: { theme: Theme; density: Density; motion?: Motion | undefined }
): void {
  root.dataset['theme'] = looks.theme
  root.dataset['density'] = looks.density
  root.dataset['motion'] = looks.motion ?? 'system'
}
