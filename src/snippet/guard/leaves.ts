import { cutOut, MASK, SEAM, type Stretch, secretsIn } from '../../shared/assist/scrub.ts'
import { cleanCss } from './css.ts'
import type { Kept } from './page-tree.ts'

/** How much is shown where nobody said so: all but what shows by its kind, or nothing. */
export type Profile = 'hardened' | 'private'

/** So many levels up from a text that changed its neighbours are read with it: a number may stand in several of them. */
const LEVELS_UP = 3

/** The part of the page a secret with a share of this text may be spread over. */
export function neighbourhood(node: Kept): Kept {
  let top = node
  for (
    let level = 0;
    level < LEVELS_UP && top.parent && top.parent.tag !== 'body' && top.parent.tag !== 'html';
    level += 1
  )
    top = top.parent
  return top
}

/** The texts under a node, in the order they are read. */
export function leavesOf(node: Kept): Kept[] {
  if (node.raw !== null) return [node]
  return node.children.flatMap(leavesOf)
}

/**
 * What each of these texts, which stand one after the other, may say outside. A secret shows in a text by itself, and in all of them put together:
 * a card number with a span for each of its groups is one.
 */
export function shownTexts(leaves: readonly Kept[], profile: Profile): string[] {
  const open = leaves.map((leaf) => (isOpen(leaf, profile) ? (leaf.raw ?? '') : null))
  const cuts = open.map((text) => (text === null ? [] : secretsIn(text)))
  addSpread(open, cuts)
  return leaves.map((leaf, at) => {
    const text = open[at]
    if (text === null || text === undefined) return closed(leaf)
    return cutOut(text, together(cuts[at] ?? []))
  })
}

/** Secrets that reach over the ends of texts, cut at these. Of what is hidden anyway nothing is put together. */
function addSpread(open: readonly (string | null)[], cuts: Stretch[][]): void {
  let all = ''
  const places = open.map((text) => {
    const from = all.length
    all += text ?? APART
    const to = all.length
    all += SEAM
    return { from, to, isOpen: text !== null }
  })
  for (const { from, to } of secretsIn(all))
    for (const [at, place] of places.entries())
      if (place.isOpen && place.from < to && from < place.to)
        cuts[at]?.push({ from: Math.max(0, from - place.from), to: Math.min(to, place.to) - place.from })
}

/** More than may stand between the groups of one number. */
const APART = '\n\n\n\n'

function together(stretches: readonly Stretch[]): Stretch[] {
  const sorted = [...stretches].sort((a, b) => a.from - b.from)
  const apart: Stretch[] = []
  for (const one of sorted) {
    const last = apart.at(-1)
    if (last && one.from <= last.to)
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, one.to) }
    else apart.push(one)
  }
  return apart
}

const FIELD_TEXT: ReadonlySet<string> = new Set(['textarea', 'option', 'optgroup', 'datalist', 'select'])

/** Whether a text is shown at all, but for the secrets in it. */
function isOpen(leaf: Kept, profile: Profile): boolean {
  const { parent } = leaf
  if (leaf.isPrivate || leaf.isUnread || parent?.tag === 'style') return false
  const field = parent && FIELD_TEXT.has(parent.tag) ? parent : null
  if (field?.tag === 'textarea') return parent?.isShared === true && !field.isSensitive
  if (field && (field.isSensitive || field.parent?.isSensitive)) return false
  return profile === 'hardened' || leaf.isShared
}

/** White space draws a page and says nothing; styles say how it looks. */
function closed(leaf: Kept): string {
  const raw = leaf.raw ?? ''
  if (leaf.parent?.tag === 'style') return cleanCss(raw)
  if (leaf.isUnread) return ''
  return raw.trim() === '' ? raw : MASK
}
