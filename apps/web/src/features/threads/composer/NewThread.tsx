import { canOpenThread, VISIBILITIES } from '@expert-forum/domain';
import { useText } from '../../../shared/i18n/use-text.js';
import { ChoiceRow } from '../../../shared/ui/ChoiceRow.js';
import { useThreadAct } from '../api/thread-acts.js';
import type { Discussion } from '../discussion/use-discussion.js';
import styles from './Composer.module.css';
import { type ProposedWords, useVisibility, useWording } from './drafts.js';
import { EMPTY } from './wording.js';
import { WordingForm } from './WordingForm.js';

interface Props {
  readonly discussion: Discussion;
  readonly words: ProposedWords;
}

/** The first comment on some words, for the forum or for the own centre alone. */
export function NewThread({ discussion: { sectionId, speaker, editor, propose, choose }, words }: Props) {
  const text = useText();
  const [wording, setWording] = useWording(speaker.mandateId, sectionId);
  const [kept, setVisibility] = useVisibility(speaker.mandateId);
  const open = VISIBILITIES.filter((each) => canOpenThread(speaker, { isRemoved: false }, each).ok);
  const visibility = open.includes(kept) ? kept : 'forum';
  const { mutate, isPending, error } = useThreadAct('thread:open', ({ id }) => {
    setWording(EMPTY);
    propose(null);
    choose(id);
    editor?.commands.focus();
  });
  return (
    <div onKeyDown={({ key }) => key === 'Escape' && propose(null)}>
      <WordingForm
        label={text('thread.comment')}
        name={text('thread.send')}
        wording={wording}
        onChange={setWording}
        visibility={visibility}
        isBusy={isPending}
        error={error}
        onSend={(comment, key) => mutate({ sectionId, ...comment, key, visibility, words: words.places })}
        onCancel={() => propose(null)}
      >
        <q className={styles.quote}>{words.quote}</q>
        {open.length > 1 && (
          <ChoiceRow
            name={text('thread.visibility')}
            choices={open.map((value) => ({ value, label: text(`thread.visibility.${value}`) }))}
            chosen={visibility}
            onChoose={setVisibility}
          />
        )}
      </WordingForm>
    </div>
  );
}
