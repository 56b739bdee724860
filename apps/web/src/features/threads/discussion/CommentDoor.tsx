import { useText } from '../../../shared/i18n/use-text.js';
import { useCodeText } from '../../../shared/api/use-problem-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { useEditorState } from '@tiptap/react';
import type { Discussion } from './use-discussion.js';

/** Where a finger selects, the browser's own bubble stands over the words: commenting is among the tools. */
export function CommentDoor({ discussion: { editor, begin, mayOpen } }: { readonly discussion: Discussion }) {
  const text = useText();
  const codeText = useCodeText();
  const hasWords = useEditorState({ editor, selector: ({ editor: current }) => current !== null && !current.state.selection.empty }) ?? false;
  if (editor === null) return null;
  const rule = mayOpen.ok ? (hasWords ? undefined : text('thread.selectFirst')) : codeText(mayOpen.problem);
  return (
    <span onMouseDown={(event) => event.preventDefault()}>
      <Button look="quiet" blockedBy={rule} onPress={begin}>
        {text('thread.comment')}
      </Button>
    </span>
  );
}
