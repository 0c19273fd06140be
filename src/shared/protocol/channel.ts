/** The names of the messages between the page and its host. */
export const channel = {
  ask: 'bridge.ask',
  act: 'bridge.act',
  tell: 'bridge.tell',
  change: 'bridge.change',
  engine: 'bridge.engine'
} as const
