import { createServer } from 'node:http';
import { Server } from 'socket.io';

/** The least that a server on socket.io can do: hands every message to everybody else in the room. */
const server = createServer((_, answer) => answer.end()).listen(Number(process.env.PORT), '127.0.0.1');

new Server(server, { transports: ['websocket'], serveClient: false }).on('connection', (socket) => {
  const room = String(socket.handshake.query.section);
  void socket.join(room);
  socket.on('update', (update: Uint8Array) => socket.to(room).emit('update', update));
  socket.on('caret', (caret: unknown) => socket.to(room).emit('caret', caret));
});
