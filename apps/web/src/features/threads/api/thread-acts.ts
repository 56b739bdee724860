import type { CommentWording, NewComment, NewThread, ThreadAnswer, ThreadView, WordPlaces } from '@expert-forum/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { hasCode } from '../../../shared/api/problem-error.js';
import { request } from '../../../shared/api/request.js';
import { takeThread } from './thread-cache.js';

type Asked = Promise<ThreadView>;

export const openThread = (sectionId: string, thread: NewThread): Asked => request('POST', `/sections/${sectionId}/threads`, thread);
export const addComment = (threadId: string, comment: NewComment): Asked => request('POST', `/threads/${threadId}/comments`, comment);
export const editComment = (commentId: string, wording: CommentWording): Asked => request('PATCH', `/comments/${commentId}`, wording);
export const removeComment = (commentId: string): Asked => request('DELETE', `/comments/${commentId}`);
export const resolveThread = (threadId: string, answer: ThreadAnswer): Asked => request('POST', `/threads/${threadId}/resolution`, answer);
export const reopenThread = (threadId: string): Asked => request('POST', `/threads/${threadId}/reopening`);
export const attachThread = (threadId: string, words: WordPlaces): Asked => request('PUT', `/threads/${threadId}/anchor`, words);

/** Words that were typed a moment ago reach the forum after the comment about them. */
const MOST_ASKED = 5;
const AGAIN_MS = 1_000;

/** Does one of these; the thread as it is then is on the screen before `onDone`. */
export function useThreadAct<About>(act: (about: About) => Asked, onDone?: (thread: ThreadView) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    retry: (failures, error) => hasCode(error, 'anchor-unknown') && failures < MOST_ASKED,
    retryDelay: AGAIN_MS,
    onSuccess: (thread) => {
      takeThread(client, thread);
      onDone?.(thread);
    },
  });
}
