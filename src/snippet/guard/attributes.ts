import { MASK, scrub } from '../../shared/assist/scrub.ts'
import { withoutQuery } from '../../shared/assist/without-query.ts'
import { cleanCss } from './css.ts'

/** How an element looks and works, and nothing that anybody wrote. */
const PLAIN: ReadonlySet<string> = new Set([
  'class',
  'dir',
  'lang',
  'role',
  'type',
  'rows',
  'cols',
  'size',
  'colspan',
  'rowspan',
  'span',
  'scope',
  'width',
  'height',
  'hidden',
  'disabled',
  'readonly',
  'required',
  'multiple',
  'open',
  'start',
  'reversed',
  'wrap',
  'align',
  'valign',
  'border',
  'cellpadding',
  'cellspacing',
  'bgcolor',
  'color',
  'face',
  'nowrap',
  'media',
  'tabindex',
  'rr_width',
  'rr_height',
  'rr_scrollleft',
  'rr_scrolltop',
  'aria-hidden',
  'aria-expanded',
  'aria-checked',
  'aria-selected',
  'aria-pressed',
  'aria-current',
  'aria-disabled',
  'aria-busy',
  'aria-level',
  'aria-modal',
  'aria-orientation',
  'aria-haspopup',
  'data-private',
  'data-share',
  'data-no-control'
])
/** What a drawing is made of: numbers and the letters of its commands. */
const DRAWN: ReadonlySet<string> = new Set([
  'viewbox',
  'd',
  'points',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'fill-rule',
  'clip-rule',
  'opacity',
  'transform',
  'preserveaspectratio',
  'xmlns',
  'offset',
  'gradientunits'
])
const DRAWING = /^[\w\s.,+%#():/-]*$/
/** What people wrote about an element: shown without its secrets, and not at all where it is private. */
const WORDS: ReadonlySet<string> = new Set([
  'alt',
  'title',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'summary',
  'label'
])
/** Ids and what refers to them: the page's own names, as short as names are. */
const NAMES: ReadonlySet<string> = new Set([
  'id',
  'for',
  'name',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'headers'
])
const NAME = /^[\w:. -]{1,60}$/

/** What an attribute of an element may say outside. Undefined: nothing. */
export function shownAttribute(
  tag: string,
  name: string,
  value: unknown,
  { isPrivate, isForm }: { readonly isPrivate: boolean; readonly isForm: boolean }
): string | number | boolean | undefined {
  const known = name.toLowerCase()
  if (typeof value === 'number' || typeof value === 'boolean')
    return PLAIN.has(known) || isRecorded(known) ? value : undefined
  if (typeof value !== 'string') return undefined
  if (known === 'style' || known === '_csstext') return cleanCss(value)
  if (PLAIN.has(known)) return isRecorded(known) ? value : short(value)
  if (DRAWN.has(known)) return !isPrivate && DRAWING.test(value) ? value : undefined
  if (NAMES.has(known)) return !isPrivate && NAME.test(value) ? scrub(value) : undefined
  if (WORDS.has(known)) return isPrivate ? undefined : scrub(value)
  if (known === 'href' && tag === 'a') return isPrivate ? undefined : scrub(withoutQuery(value))
  // What stands on a button of the old kind; that of the new one nobody sees.
  if (known === 'value') return isForm || isPrivate || tag !== 'input' ? undefined : scrub(value)
  return undefined
}

/** Written by the recorder itself. */
function isRecorded(name: string): boolean {
  return name.startsWith('rr_')
}

/** A list of classes may be long; a word nobody would give a class is somebody's data. */
function short(value: string): string {
  return scrub(value.length > 4_000 ? value.slice(0, 4_000) : value)
}

/** The values of a form element once its own are masked. */
export function maskedValue(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? MASK : undefined
}
