import { openConnection } from '@expert-forum/collab/client';
import type { ThreadCommands, ThreadView } from '@expert-forum/contracts';
import { isProblemCode } from '@expert-forum/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { actingMandateId } from '../../../shared/api/acting-mandate.js';
import { hasCode, ProblemError, Unreachable } from '../../../shared/api/problem-error.js';
import { request } from '../../../shared/api/request.js';
import { liveAddress } from '../../../shared/socket/live-address.js';
import { isThread, takeThread } from './thread-cache.js';

type Name = keyof ThreadCommands;
type About<Of extends Name> = ThreadCommands[Of]['payload'];

/** The same commands where no socket is open. */
const OVER_HTTP: { readonly [Of in Name]: (about: About<Of>) => Promise<ThreadView> } = {
  'thread:open': ({ sectionId, ...thread }) => request('POST', `/sections/${sectionId}/threads`, thread),
  'thread:resolve': ({ threadId, ...answer }) => request('POST', `/threads/${threadId}/resolution`, answer),
  'thread:reopen': ({ threadId }) => request('POST', `/threads/${threadId}/reopening`),
  'thread:attach': ({ threadId, ...words }) => request('PUT', `/threads/${threadId}/anchor`, words),
  'comment:add': ({ threadId, ...comment }) => request('POST', `/threads/${threadId}/comments`, comment),
  'comment:edit': ({ commentId, ...wording }) => request('PATCH', `/comments/${commentId}`, wording),
  'comment:remove': ({ commentId }) => request('DELETE', `/comments/${commentId}`),
};

/** On the tab's one socket: what was typed before has gone the same way before. */
async function askForThread<Of extends Name>(name: Of, about: About<Of>): Promise<ThreadView> {
  const mandateId = actingMandateId();
  const line = mandateId === null ? null : openConnection(liveAddress(mandateId));
  try {
    if (line?.state !== 'open') return await OVER_HTTP[name](about);
    const answer = await line.request(name, about);
    if (answer.kind === 'done' && isThread(answer.value)) return answer.value;
    if (answer.kind !== 'refused') throw new Unreachable('no answer');
    const { code, ...problem } = answer.problem;
    throw new ProblemError({ ...problem, code: isProblemCode(code) ? code : 'internal' });
  } finally {
    line?.close();
  }
}

/** Words that were typed a moment ago may reach the forum after the comment about them. */
const MOST_ASKED = 5;
const AGAIN_MS = 1_000;

/** Does one of these; the thread as it is then is on the screen before `onDone`. */
export function useThreadAct<Of extends Name>(name: Of, onDone?: (thread: ThreadView) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (about: About<Of>) => askForThread(name, about),
    retry: (failures, error) => hasCode(error, 'anchor-unknown') && failures < MOST_ASKED,
    retryDelay: AGAIN_MS,
    onSuccess: (thread) => {
      takeThread(client, thread);
      onDone?.(thread);
    },
  });
}
