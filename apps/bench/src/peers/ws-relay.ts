import { createServer } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';

/** The least that a server can do: hands every message to everybody else in the room, which is the path. */
const rooms = new Map<string | undefined, Set<WebSocket>>();
const server = createServer((_, answer) => answer.end()).listen(Number(process.env.PORT), '127.0.0.1');

new WebSocketServer({ server }).on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on('close', () => room.delete(socket));
  socket.on('message', (message, isBinary) => {
    for (const other of room) if (other !== socket) other.send(message, { binary: isBinary });
  });
});
