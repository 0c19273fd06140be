import { SaxesParser } from 'saxes'
import type { Found } from './raw-row.ts'
import { UnreadableFile } from './unreadable-file.ts'

const VALUE_TAGS = new Set(['string', 'date', 'int', 'float', 'boolean', 'id'])

/**
 * Reads an XES log as rows, one per event: its attributes under their keys, those of its trace under `case:` and the
 * key, as `case:concept:name`. Attributes inside attributes and lists are left aside.
 */
export async function* readXes(bytes: AsyncIterable<Buffer>): AsyncGenerator<Found> {
  const events = new XesEvents()
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of bytes) yield* events.push(decoder.decode(chunk, { stream: true }))
  yield* events.end()
}

class XesEvents {
  readonly #parser = new SaxesParser()
  readonly #open: string[] = []
  #found: Found[] = []
  #trace = new Map<string, string>()
  #event: { line: number; values: Map<string, string> } | undefined
  #tagLine = 1

  constructor() {
    this.#parser.on('error', (error) => this.#broken(error.message))
    this.#parser.on('opentagstart', () => {
      this.#tagLine = this.#parser.line
    })
    this.#parser.on('opentag', ({ name, attributes }) => this.#opened(name, attributes))
    this.#parser.on('closetag', ({ name }) => this.#closed(name))
  }

  push(text: string): Found[] {
    this.#parser.write(text)
    return this.#taken()
  }

  end(): Found[] {
    this.#parser.close()
    return this.#taken()
  }

  #opened(name: string, attributes: Record<string, string>): void {
    const parent = this.#open.at(-1)
    if (parent === undefined && name !== 'log') throw new UnreadableFile({ code: 'not-xes', root: name })
    this.#open.push(name)
    if (name === 'trace') this.#trace = new Map()
    if (name === 'event') this.#event = { line: this.#tagLine, values: new Map() }

    const { key, value } = attributes
    if (!VALUE_TAGS.has(name) || key === undefined || value === undefined) return
    if (parent === 'trace') this.#trace.set(`case:${key}`, value)
    if (parent === 'event') this.#event?.values.set(key, value)
  }

  #closed(name: string): void {
    this.#open.pop()
    if (name !== 'event' || !this.#event) return
    const { line, values } = this.#event
    this.#event = undefined
    this.#found.push({ type: 'row', row: { line, values: new Map([...this.#trace, ...values]) } })
  }

  #taken(): Found[] {
    const found = this.#found
    this.#found = []
    return found
  }

  #broken(message: string): never {
    const raw = message.replace(/^(?:\d+:)+\d+: /, '')
    throw new UnreadableFile({ code: 'broken-xml', line: this.#parser.line, raw })
  }
}
