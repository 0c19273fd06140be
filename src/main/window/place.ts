import { readFileSync, writeFileSync } from 'node:fs'

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Where the window stood, and how. */
export type Place = {
  readonly box: Box | { readonly width: number; readonly height: number }
  readonly maximized: boolean
}

export const FIRST_PLACE: Place = { box: { width: 1360, height: 860 }, maximized: false }
const SMALLEST = 320
/** So much of the window must be on some screen that its title bar can be caught. */
const CATCHABLE = 64

/** The remembered place, or the first one where there is none worth having. */
export function readPlace(file: string, screens: readonly Box[]): Place {
  try {
    return placeFrom(JSON.parse(readFileSync(file, 'utf8')), screens)
  } catch {
    return FIRST_PLACE // first start, or a file cut short: never a reason not to open
  }
}

export function writePlace(file: string, place: Place): void {
  writeFileSync(file, JSON.stringify(place))
}

/** Checks a place from disk: the screen it was on may have been unplugged since. */
export function placeFrom(stored: unknown, screens: readonly Box[]): Place {
  const { box, maximized } = stored as { readonly box?: Partial<Box>; readonly maximized?: unknown }
  const { x, y, width, height } = box ?? {}
  const numbers = [x, y, width, height]
  if (!isBox(box) || numbers.some((n) => !Number.isInteger(n))) return FIRST_PLACE
  const size = { width: Math.max(SMALLEST, box.width), height: Math.max(SMALLEST, box.height) }
  const isVisible = screens.some((screen) => overlaps(box, screen))
  return { box: isVisible ? { x: box.x, y: box.y, ...size } : size, maximized: maximized === true }
}

function isBox(box: Partial<Box> | undefined): box is Box {
  return box?.x !== undefined && box.y !== undefined && box.width !== undefined && box.height !== undefined
}

function overlaps(box: Box, screen: Box): boolean {
  const across = Math.min(box.x + box.width, screen.x + screen.width) - Math.max(box.x, screen.x)
  return across >= CATCHABLE && box.y >= screen.y && box.y <= screen.y + screen.height - CATCHABLE
}
