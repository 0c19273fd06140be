import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Theme = 'light' | 'dark' | 'contrast'
type Tokens = Record<string, string>

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const shared = listIn(css.slice(css.indexOf(':root {')))
const chosenContrast = listIn(css.slice(css.search(/:root\[data-theme=["']contrast["']\]/)))
const askedContrast = listIn(css.slice(css.indexOf('prefers-contrast: more')).replace(/^[^{]*\{/, ''))

const grounds = ['surface-sunken', 'surface', 'surface-raised', 'surface-hover', 'surface-selected']
const inks = ['text', 'text-dim', 'accent-text']

/** [ink, ground, least ratio] */
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground) => inks.map((ink): [string, string, number] => [ink, ground, 4.5])),
  ...['danger', 'positive', 'warning', 'note'].flatMap((ink) =>
    ['surface', 'surface-raised', 'surface-hover', 'surface-selected'].map(
      (ground): [string, string, number] => [ink, ground, 4.5]
    )
  ),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-danger', 'danger-fill', 4.5],
  ['on-danger', 'danger-fill-hover', 4.5],
  ['accent-text', 'accent-soft', 4.5],
  ['text', 'accent-soft', 4.5],
  ['text-dim', 'accent-soft', 4.5],
  ['positive', 'positive-soft', 4.5],
  ['warning', 'warning-soft', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['note', 'note-soft', 4.5],
  ['text', 'note-soft', 4.5],
  ['text-dim', 'note-soft', 4.5],
  ['positive', 'note-soft', 4.5],
  ['text', 'neutral-soft', 4.5],
  ['text-dim', 'neutral-soft', 4.5],
  ['text', 'selection', 4.5],
  ['on-tooltip', 'tooltip', 4.5],
  ...[1, 2, 3, 4, 5, 6].map((at): [string, string, number] => ['avatar-ink', `avatar-${at}`, 4.5]),
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['focus', ground, 3],
    ['border-strong', ground, 3],
    ['warning-mark', ground, 3]
  ]),
  ['focus', 'note-soft', 3],
  ['focus', 'accent-soft', 3],
  ['accent', 'surface-raised', 3],
  ['accent-text', 'neutral-soft', 3]
]

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`[UI1] every text and control of the ${theme} theme has the contrast it promises`, () => {
    const tokens = tokensOf(theme)
    const weak = pairs
      .map(([ink, ground, least]) => ({
        ink,
        ground,
        least,
        is: contrast(colourOf(tokens, ink), colourOf(tokens, ground))
      }))
      .filter((pair) => pair.is < pair.least)
      .map((pair) => `${pair.ink} on ${pair.ground}: ${pair.is.toFixed(2)} < ${pair.least}`)
    expect(weak).toEqual([])
  })
}

test('[UI1] high contrast is the same, chosen in the app or asked for by the system', () => {
  expect(askedContrast).toEqual(chosenContrast)
  expect(Object.keys(chosenContrast).length).toBeGreaterThan(30)
})

/** The custom properties of the first block of a piece of CSS. */
function listIn(piece: string): Tokens {
  const start = piece.indexOf('{') + 1
  const block = piece.slice(start, piece.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [found[1] ?? '', (found[2] ?? '').trim()])
  )
}

function tokensOf(theme: Theme): Tokens {
  if (theme === 'contrast') return { ...shared, ...chosenContrast }
  const pick = (value: string) =>
    value.replace(/^light-dark\((.+?),\s*(#\w+|rgb\(.+?\))\)$/, (_, light: string, dark: string) =>
      theme === 'light' ? light : dark
    )
  return Object.fromEntries(Object.entries(shared).map(([name, value]) => [name, pick(value)]))
}

function colourOf(tokens: Tokens, name: string): number[] {
  const hex = /^#([0-9a-f]{6})$/i.exec(tokens[name] ?? '')?.[1]
  if (!hex) throw new Error(`--${name} is not a plain colour: ${tokens[name]}`)
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
}

function contrast(one: number[], other: number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
