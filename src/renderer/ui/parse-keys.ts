/**
 * Key specs: `J`, `?`, `Mod+Enter`, `Shift+J`, `G M` (one after the other).
 * `Mod` is Command on a Mac and Ctrl elsewhere.
 */
export type Chord = {
  readonly key: string
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
}

export type KeyPress = {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  getModifierState(name: string): boolean
}

export function parseKeys(spec: string): Chord[] {
  return spec.trim().split(/\s+/).map(parseChord)
}

function parseChord(part: string): Chord {
  const names = part === '+' ? ['+'] : part.split(/\+(?=.)/)
  const key = names.at(-1) ?? ''
  return {
    key: key.toLowerCase(),
    mod: names.includes('Mod'),
    alt: names.includes('Alt'),
    shift: names.includes('Shift')
  }
}

export function isChord(press: KeyPress, chord: Chord, mac: boolean): boolean {
  // AltGr reports itself as Ctrl+Alt on Windows, while the person only typed a character.
  const altGr = press.getModifierState('AltGraph')
  const mod = !altGr && (mac ? press.metaKey : press.ctrlKey)
  const other = !altGr && (mac ? press.ctrlKey : press.metaKey)
  if (other || mod !== chord.mod) return false
  if (!altGr && press.altKey !== chord.alt) return false
  const key = pressedKey(press)
  // Shift is part of how a sign such as `?` is typed; it only counts for letters and named keys.
  const isSign = chord.key.length === 1 && !/[a-z]/.test(chord.key)
  return key === chord.key && (isSign || press.shiftKey === chord.shift)
}

/** The character on the key, or, on a keyboard without Latin letters, the one at its place. */
function pressedKey(press: KeyPress): string {
  if (press.key === ' ') return 'space'
  const isForeign = press.key.length === 1 && press.key.charCodeAt(0) > 127
  const place = /^Key([A-Z])$/.exec(press.code)?.[1]
  return (isForeign && place ? place : press.key).toLowerCase()
}
