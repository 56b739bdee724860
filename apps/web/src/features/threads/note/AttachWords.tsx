import type { ThreadView } from '@expert-forum/contracts';
import { INLINE_OBJECT } from '@expert-forum/domain';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { useThreadAct } from '../api/thread-acts.js';
import { selectedWords } from '../discussion/use-discussion.js';
import styles from './Note.module.css';

interface Props {
  readonly thread: ThreadView;
  readonly editor: Editor | null;
  readonly blockedBy: string | undefined;
}

/** The words a thread was about, now that they are gone, and the way to others. */
export function AttachWords({ thread: { id, anchor }, editor, blockedBy }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const hasWords = useEditorState({ editor, selector: ({ editor: current }) => current !== null && !current.state.selection.empty }) ?? false;
  const { mutate, isPending, error } = useThreadAct('thread:attach');
  const attach = (): void => {
    const words = editor && selectedWords(editor);
    if (words) mutate({ threadId: id, ...words.places });
  };
  return (
    <div className={styles.lost}>
      <p>{text('thread.lost')}</p>
      <q>{anchor.quote.text.replaceAll(INLINE_OBJECT, '')}</q>
      {error && <Notice kind="fault">{problemText(error)}</Notice>}
      <Button blockedBy={blockedBy ?? (hasWords ? undefined : text('thread.selectFirst'))} isBusy={isPending} onPress={attach}>
        {text('thread.attach')}
      </Button>
    </div>
  );
}
