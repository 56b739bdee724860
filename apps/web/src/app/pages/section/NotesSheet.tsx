import type { Discussion } from '../../../features/threads/discussion/use-discussion.js';
import { Notes } from '../../../features/threads/margin/Notes.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Sheet } from '../../../shared/ui/Sheet.js';

/** The notes where there is no margin. */
export function NotesSheet({ discussion, onClose }: { readonly discussion: Discussion; readonly onClose: () => void }) {
  const text = useText();
  return (
    <Sheet title={text('thread.title', { n: discussion.threads.length })} place="side" onClose={onClose}>
      <Notes discussion={discussion} isPlaced={false} />
    </Sheet>
  );
}
