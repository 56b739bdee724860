import { canOpenThread, VISIBILITIES } from '@expert-forum/domain';
import { useEffect, useRef } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { ChoiceRow } from '../../../shared/ui/ChoiceRow.js';
import { openThread, useThreadAct } from '../api/thread-acts.js';
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
export function NewThread({ discussion: { sectionId, speaker, propose, choose }, words }: Props) {
  const text = useText();
  const [wording, setWording] = useWording(speaker.mandateId, sectionId);
  const [kept, setVisibility] = useVisibility(speaker.mandateId);
  const open = VISIBILITIES.filter((each) => canOpenThread(speaker, { isRemoved: false }, each).ok);
  const visibility = open.includes(kept) ? kept : 'forum';
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('textarea')?.focus(), [words]);
  const { mutate, isPending, error } = useThreadAct(
    (thread: Parameters<typeof openThread>[1]) => openThread(sectionId, thread),
    ({ id }) => {
      setWording(EMPTY);
      propose(null);
      choose(id);
    },
  );
  return (
    <div ref={place} onKeyDown={({ key }) => key === 'Escape' && propose(null)}>
      <WordingForm
        label={text('thread.comment')}
        name={text('thread.send')}
        wording={wording}
        onChange={setWording}
        visibility={visibility}
        isBusy={isPending}
        error={error}
        onSend={(comment, key) => mutate({ ...comment, key, visibility, words: words.places })}
        onCancel={() => propose(null)}
        isFirst
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
