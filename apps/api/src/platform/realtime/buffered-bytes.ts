/**
 * What a connection of engine.io was given to send and its peer has not taken yet. `writeBuffer` and `socket` are names that
 * engine.io 6.6 keeps to itself: the test beside this file fails when they change.
 */
export function bufferedBytes(connection: { readonly transport: object }): number {
  const waiting: unknown = Reflect.get(connection, 'writeBuffer');
  const websocket: unknown = Reflect.get(connection.transport, 'socket');
  const sent = typeof websocket === 'object' && websocket !== null && 'bufferedAmount' in websocket ? Number(websocket.bufferedAmount) : 0;
  return Array.isArray(waiting) ? waiting.reduce((sum: number, packet: unknown) => sum + sizeOf(packet), sent) : sent;
}

function sizeOf(packet: unknown): number {
  const data: unknown = typeof packet === 'object' && packet !== null && 'data' in packet ? packet.data : null;
  if (typeof data === 'string') return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}
