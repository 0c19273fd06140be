import { MASK, scrub } from '../../shared/assist/scrub.ts'
import { withoutQuery } from '../../shared/assist/without-query.ts'
import { maskedValue, shownAttribute } from './attributes.ts'
import { leavesOf, neighbourhood, type Profile, shownTexts } from './leaves.ts'
import { CHANGE, EVENT, type Mutation, NODE, type PageEvent, type PageNode } from './page-event.ts'
import { isField, isMarked, type Kept, PageTree } from './page-tree.ts'
import { cleanRules, numbersOf } from './plain-data.ts'

/** What comes of an event: what may leave the page, or nothing; and whether the page has to be told anew as a whole. */
export type Guarded = { readonly event: PageEvent | null; readonly again: boolean }

export type Guard = {
  /** Never throws: what it does not understand stays here, and the page is told anew (AV21). */
  guard(event: PageEvent): Guarded
  /** How much was hidden since the last time, by why. */
  takeCounts(): Readonly<Record<string, number>>
}

const NOTHING: Guarded = { event: null, again: false }
const AGAIN: Guarded = { event: null, again: true }
/** Pictures and pages in the page: where they are is shown, not what. */
const PICTURES: ReadonlySet<string> = new Set([
  'img',
  'svg',
  'canvas',
  'video',
  'audio',
  'picture',
  'iframe',
  'object',
  'embed',
  'map'
])

/** Stands between the recorder and the line on the customer's machine: what it does not let through nobody else ever had. */
export function createGuard(profile: Profile): Guard {
  const tree = new PageTree()
  let counts: Record<string, number> = {}
  const count = (why: string): void => {
    counts[why] = (counts[why] ?? 0) + 1
  }

  /** Keeps a part of the page and gives its nodes without texts, which come after all of it is known. */
  function take(node: PageNode, parent: Kept | null, before: number | null): PageNode | null {
    if (node.type !== NODE.element && node.type !== NODE.text && node.type !== NODE.document)
      return node.type === NODE.documentType ? docType(node) : null
    const kept = tree.put(node, parent, before)
    const own = {
      type: node.type,
      id: node.id,
      ...(node.rootId !== undefined && { rootId: node.rootId }),
      ...shadowOf(node)
    }
    if (node.type === NODE.text)
      return { ...own, textContent: '', ...(node.isStyle === true && { isStyle: true }) }
    const children = node.childNodes ?? []
    const isHidden = kept.isPrivate && PICTURES.has(kept.tag)
    if (isHidden) count('private')
    const childNodes = isHidden ? [] : children.flatMap((child) => take(child, kept, null) ?? [])
    if (node.type === NODE.document)
      return { ...own, childNodes, ...(node.compatMode && { compatMode: node.compatMode }) }
    return {
      ...own,
      tagName: kept.tag,
      attributes: attributesOf(kept, node.attributes ?? {}),
      childNodes,
      ...(node.isSVG === true && { isSVG: true })
    }
  }

  function attributesOf(
    kept: Kept,
    attributes: Readonly<Record<string, unknown>>
  ): Record<string, string | number | boolean> {
    const shown: Record<string, string | number | boolean> = {}
    const isForm = isField(kept, attributes)
    const isOpenField = isForm && kept.isShared && !kept.isSensitive && !kept.isPrivate
    for (const [name, value] of Object.entries(attributes)) {
      if (isOpenField && (name === 'checked' || name === 'selected')) shown[name] = value === true
      else if (isForm && name === 'value') {
        const said =
          isOpenField && typeof value === 'string'
            ? scrub(value)
            : kept.tag === 'option'
              ? undefined
              : maskedValue(value)
        if (said !== undefined) shown[name] = said
        if (said === MASK) count('field')
      } else {
        const isPrivate = kept.isPrivate || (profile === 'private' && !kept.isShared)
        const said = shownAttribute(kept.tag, name, value, { isPrivate, isForm })
        if (said !== undefined) shown[name] = said
        else if (value !== null) count('attribute')
      }
    }
    return shown
  }

  /** What the texts in these parts of the page say now, where it is not what was last said. */
  function settle(tops: readonly Kept[]): Map<number, string> {
    const said = new Map<number, string>()
    for (const top of new Set(tops)) {
      const leaves = leavesOf(top)
      const texts = shownTexts(leaves, profile)
      for (const [at, leaf] of leaves.entries()) {
        const text = texts[at] ?? MASK
        if (text === leaf.out) continue
        if (text !== leaf.raw && !leaf.isUnread) count(text === MASK ? 'text' : 'secret')
        leaf.out = text
        said.set(leaf.id, text)
      }
    }
    return said
  }

  function snapshot(event: PageEvent): Guarded {
    const { node, initialOffset } = event.data as {
      node: PageNode
      initialOffset: { left: number; top: number }
    }
    tree.clear()
    const page = take(node, null, null)
    const top = tree.find(node.id)
    if (!page || !top) return NOTHING
    const said = settle([top])
    const { left, top: down } = initialOffset
    return through(event, {
      node: withTexts(page, said),
      initialOffset: { left: Number(left), top: Number(down) }
    })
  }

  function mutation(
    event: PageEvent,
    { adds, removes, texts, attributes, isAttachIframe }: Mutation
  ): Guarded {
    const turned = attributes.some(({ id, attributes: changed }) => turnsOver(tree.find(id), changed))
    if (turned) return AGAIN
    for (const { id } of removes) tree.drop(id)
    const tops: Kept[] = []
    const added: { parentId: number; nextId: number | null; node: PageNode }[] = []
    // The recorder names a place by what stands there already, which may come later in the same list.
    let left = [...adds]
    while (left.length > 0) {
      const waiting = left.filter(({ parentId, nextId, node }) => {
        const parent = tree.find(parentId)
        if (!parent || (nextId !== null && !tree.find(nextId) && left.some((one) => one.node.id === nextId)))
          return true
        tree.drop(node.id)
        const clean = parent.isPrivate && PICTURES.has(parent.tag) ? null : take(node, parent, nextId)
        if (clean) added.push({ parentId, nextId, node: clean })
        const kept = tree.find(node.id)
        if (kept) tops.push(neighbourhood(kept))
        return false
      })
      if (waiting.length === left.length) return AGAIN
      left = waiting
    }
    const changed = attributes.flatMap(({ id, attributes: now }) => {
      const kept = tree.find(id)
      if (!kept) return []
      tree.mark(kept, now)
      const gone = Object.entries(now).flatMap(([name, value]) =>
        value === null ? [[name, null] as const] : []
      )
      return [{ id, attributes: { ...Object.fromEntries(gone), ...attributesOf(kept, now) } }]
    })
    for (const { id, value } of texts) {
      const kept = tree.find(id)
      if (kept?.raw === null || kept === undefined) continue
      kept.raw = value ?? ''
      tops.push(neighbourhood(kept))
    }
    const said = settle(tops)
    const fresh = new Set<number>()
    const clean = added.map((one) => ({ ...one, node: withTexts(one.node, said, fresh) }))
    const others = [...said].flatMap(([id, value]) => (fresh.has(id) ? [] : [{ id, value }]))
    return through(event, {
      source: CHANGE.mutation,
      adds: clean,
      removes: removes.map(({ parentId, id, isShadow }) => ({
        parentId,
        id,
        ...(isShadow === true && { isShadow })
      })),
      texts: others,
      attributes: changed,
      ...(isAttachIframe === true && { isAttachIframe })
    })
  }

  function input(
    event: PageEvent,
    { id, text, isChecked }: { id: number; text: string; isChecked: boolean }
  ): Guarded {
    const kept = tree.find(id)
    if (!kept) return AGAIN
    const isOpen = kept.isShared && !kept.isSensitive && !kept.isPrivate
    if (isOpen)
      return through(event, {
        source: CHANGE.input,
        id,
        text: scrub(String(text)),
        isChecked: isChecked === true
      })
    count('field')
    return through(event, { source: CHANGE.input, id, text: text === '' ? '' : MASK, isChecked: false })
  }

  function change(event: PageEvent): Guarded {
    const data = event.data as { readonly source: number } & Readonly<Record<string, unknown>>
    switch (data.source) {
      case CHANGE.mutation:
        return mutation(event, data as unknown as Mutation)
      case CHANGE.input:
        return input(event, data as unknown as Parameters<typeof input>[1])
      case CHANGE.rules:
      case CHANGE.adopted:
      case CHANGE.declaration:
        return through(event, cleanRules(data))
      case CHANGE.mouseMove:
      case CHANGE.interaction:
      case CHANGE.scroll:
      case CHANGE.resize:
      case CHANGE.touchMove:
      case CHANGE.drag:
        return through(event, numbersOf(data))
      default:
        return NOTHING
    }
  }

  function looked(event: PageEvent): Guarded {
    switch (event.type) {
      case EVENT.snapshot:
        return snapshot(event)
      case EVENT.change:
        return change(event)
      case EVENT.meta: {
        const { href, width, height } = event.data as { href: string; width: number; height: number }
        return through(event, {
          href: scrub(withoutQuery(String(href))),
          width: Number(width),
          height: Number(height)
        })
      }
      case EVENT.domLoaded:
      case EVENT.load:
        return through(event, {})
      default:
        return NOTHING
    }
  }

  return {
    guard(event) {
      try {
        return looked(event)
      } catch {
        count('unknown')
        return event.type === EVENT.snapshot ? NOTHING : AGAIN
      }
    },
    takeCounts() {
      const taken = counts
      counts = {}
      return taken
    }
  }
}

function through({ type, timestamp }: PageEvent, data: unknown): Guarded {
  return { event: { type, timestamp, data }, again: false }
}

/** What is private, or shared, from now on or no longer: all that was said of what is in there has to be said anew. */
function turnsOver(kept: Kept | undefined, changed: Readonly<Record<string, unknown>>): boolean {
  if (!kept) return false
  const turns = (name: string, was: boolean): boolean => name in changed && isMarked(changed, name) !== was
  return turns('data-private', kept.isPrivate) || turns('data-share', kept.isShared)
}

function docType({ type, id, rootId }: PageNode): PageNode {
  return { type, id, name: 'html', publicId: '', systemId: '', ...(rootId !== undefined && { rootId }) }
}

function shadowOf({ isShadow, isShadowHost }: PageNode): Partial<PageNode> {
  return { ...(isShadow === true && { isShadow }), ...(isShadowHost === true && { isShadowHost }) }
}

/** The nodes with their texts in place; `fresh` learns which those are. */
function withTexts(node: PageNode, said: ReadonlyMap<number, string>, fresh?: Set<number>): PageNode {
  if (node.type === NODE.text) {
    fresh?.add(node.id)
    return { ...node, textContent: said.get(node.id) ?? MASK }
  }
  if (!node.childNodes) return node
  return { ...node, childNodes: node.childNodes.map((child) => withTexts(child, said, fresh)) }
}
