import { decodeApplied, encodePush, PROTOCOL_VERSION, SCHEMA_VERSION } from '@expert-forum/collab';
import { openSocketIo, type Answer, type SocketPort, type TicketSource } from '@expert-forum/collab/client';
import { CLOSE_CODES, type JoinedSection, type ServerEvents } from '@expert-forum/contracts';
import type { OpenText, Received, Wire } from './wire.ts';

type ServerClosing = Parameters<ServerEvents['connection:closing']>[0];

/** As the client of the forum speaks: one frame on its way at a time, and what is typed meanwhile goes with the next. */
export async function plugForum(url: string, ticket: TicketSource, sectionId: string, received: Received): Promise<Wire> {
  const handshake = { ticket: await ticket(), protocol: PROTOCOL_VERSION, schema: SCHEMA_VERSION };
  const socket = await new Promise<SocketPort>((resolve, reject) => {
    const opening = openSocketIo(url, handshake, {
      opened: () => resolve(opening),
      refused: ({ code }) => reject(new Error(`the forum refuses the connection: ${code}`)),
      closed: () => reject(new Error('the forum closed the connection')),
      event: (name, payload) => {
        if (name === 'connection:closing') demandDraining(payload);
        if (name === 'update:applied' && payload instanceof Uint8Array) for (const { bytes } of decodeApplied(payload).updates) received(bytes);
      },
    });
  });
  return {
    standsAlone: true,
    open: async () => {
      const joined = valueOf<JoinedSection>(await socket.request('section:join', { sectionId, schema: SCHEMA_VERSION, resume: [], fresh: 1 }));
      return openedText(socket, joined);
    },
    close: () => socket.close(),
  };
}

function openedText(socket: SocketPort, { channel, epoch, granted, state }: JoinedSection): OpenText {
  const [lease] = granted;
  if (lease === undefined) throw new Error('this person may not write in the section');
  const waiting: Uint8Array[] = [];
  let firstN = 1;
  let isUnderWay = false;
  const send = async (): Promise<void> => {
    isUnderWay = true;
    while (waiting.length > 0) {
      const updates = waiting.splice(0);
      const frame = encodePush({ channel, epoch, lease, firstN, updates });
      firstN += updates.length;
      valueOf(await socket.request('update:push', frame));
    }
    isUnderWay = false;
  };
  const push = (update: Uint8Array): void => {
    waiting.push(update);
    if (!isUnderWay) void send();
  };
  return { state, clientId: lease, push };
}

/** @throws Error for any reason but that the server is being stopped: who is closed is missing in what is measured */
function demandDraining(closing: unknown): void {
  const { code } = closing as ServerClosing;
  if (code !== CLOSE_CODES.draining) throw new Error(`the forum closes a connection: ${JSON.stringify(closing)}`);
}

/** @throws Error a benchmark in which something is refused measures nothing */
function valueOf<Value>(answer: Answer): Value {
  if (answer.kind === 'done') return answer.value as Value;
  throw new Error(`the forum did not do it: ${answer.kind === 'refused' ? answer.problem.code : answer.kind}`);
}
