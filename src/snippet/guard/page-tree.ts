import { NODE, type PageNode } from './page-event.ts'
import { type Attributes, isSensitiveField } from './sensitive.ts'

/** A node of the page as the guard remembers it. `raw` stays on the customer's machine; `out` is what was last said of it outside. */
export type Kept = {
  readonly id: number
  readonly tag: string
  readonly isPrivate: boolean
  readonly isShared: boolean
  /** Not drawn, so never shown, whoever shares it: also the words for browsers without frames. */
  readonly isUnread: boolean
  /** Once sensitive always sensitive: a field that shows its password for a moment has one. */
  isSensitive: boolean
  readonly parent: Kept | null
  children: Kept[]
  raw: string | null
  out: string | null
}

const FIELDS: ReadonlySet<string> = new Set(['input', 'textarea', 'select', 'option', 'optgroup', 'datalist'])
const BUTTONS: ReadonlySet<string> = new Set(['button', 'submit', 'reset'])
/** What a page keeps there is for programs and is not drawn. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'noscript', 'template', 'title', 'object', 'embed'])

export function isField({ tag }: Pick<Kept, 'tag'>, attributes: Attributes): boolean {
  return FIELDS.has(tag) && !(tag === 'input' && BUTTONS.has(String(attributes['type']).toLowerCase()))
}

/** The page as it is at the customer's, by the recorder's ids. */
export class PageTree {
  readonly #nodes = new Map<number, Kept>()
  /** Outlives the page's being told anew: what was a secret once is one. */
  readonly #sensitive = new Set<number>()

  find(id: number): Kept | undefined {
    return this.#nodes.get(id)
  }

  clear(): void {
    this.#nodes.clear()
  }

  /** Keeps a node without its children. `before`: the sibling it stands before, or null for the end. */
  put(node: PageNode, parent: Kept | null, before: number | null): Kept {
    const attributes = node.attributes ?? {}
    const tag = (node.tagName ?? '').toLowerCase()
    if (FIELDS.has(tag) && isSensitiveField(attributes)) this.#sensitive.add(node.id)
    const kept: Kept = {
      id: node.id,
      tag,
      isPrivate: parent?.isPrivate === true || isMarked(attributes, 'data-private') || hasClass(attributes),
      isShared: parent?.isShared === true || isMarked(attributes, 'data-share'),
      isUnread:
        parent?.isUnread === true || UNREAD.has(tag) || (node.type === NODE.text && parent?.tag === 'iframe'),
      isSensitive: this.#sensitive.has(node.id),
      parent,
      children: [],
      raw: node.type === NODE.text ? (node.textContent ?? '') : null,
      out: null
    }
    this.#nodes.set(node.id, kept)
    if (parent) {
      const at = before === null ? -1 : parent.children.findIndex(({ id }) => id === before)
      if (at < 0) parent.children.push(kept)
      else parent.children.splice(at, 0, kept)
    }
    return kept
  }

  drop(id: number): void {
    const node = this.#nodes.get(id)
    if (!node) return
    if (node.parent) node.parent.children = node.parent.children.filter((one) => one !== node)
    const forget = (one: Kept): void => {
      this.#nodes.delete(one.id)
      one.children.forEach(forget)
    }
    forget(node)
  }

  /** An attribute changed: whether it is a field nobody is shown from now on. */
  mark(node: Kept, attributes: Attributes): void {
    if (!FIELDS.has(node.tag) || !isSensitiveField(attributes)) return
    node.isSensitive = true
    this.#sensitive.add(node.id)
  }
}

/** There, and not said to be off. */
export function isMarked(attributes: Attributes, name: string): boolean {
  const value = attributes[name]
  return value !== undefined && value !== null && value !== false && value !== 'false'
}

/** The classes by which pages that knew a recorder before hide things. */
function hasClass(attributes: Attributes): boolean {
  return (
    typeof attributes['class'] === 'string' &&
    /(?:^|\s)(?:rr-block|rr-mask|rr-ignore)(?:\s|$)/.test(attributes['class'])
  )
}
