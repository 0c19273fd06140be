import { TRANSFER } from './cases.ts'
import { expectOffline, openCase, signIn } from './desk.ts'
import type { Console, Room, Server } from './room.ts'

/** Ana has a case of her queue open when the server goes away. */
export async function anaWithoutServer(room: Room): Promise<{ server: Server; ana: Console }> {
  const server = await room.openWorkspace('small')
  const ana = await room.openConsole(server)
  await signIn(ana.page, 'Ana Ruiz')
  await openCase(ana.page, 'Front line', TRANSFER)
  await server.stop()
  await expectOffline(ana.page, 0)
  return { server, ana }
}
