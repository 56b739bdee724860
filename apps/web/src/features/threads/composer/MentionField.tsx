import type { Visibility } from '@expert-forum/domain';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { who } from '../../../shared/ui/who.js';
import { mentionablesQuery } from '../api/thread-queries.js';
import styles from './Composer.module.css';
import { charactersLeft, found, namingAt, withName, type Wording } from './wording.js';

interface Props {
  readonly label: string;
  readonly wording: Wording;
  readonly onChange: (wording: Wording) => void;
  readonly visibility: Visibility;
  readonly onSend: () => void;
}

const FEW = 500;

/** Words in which members are named after an `@`, chosen with arrows and Enter from a list. Ctrl+Enter sends. It has the focus when it comes. */
export function MentionField({ label, wording, onChange, visibility, onSend }: Props) {
  const text = useText();
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const [begun, setBegun] = useState<string | null>(null);
  const [place, setPlace] = useState(0);
  const { data = [] } = useQuery({ ...mentionablesQuery(visibility), enabled: begun !== null });
  const people = begun === null ? [] : found(data, begun);
  const look = (): void => {
    const { current } = field;
    setBegun(current && namingAt(current.value, current.selectionStart));
    setPlace(0);
  };
  const choose = (index: number): void => {
    const [{ current }, person] = [field, people[index]];
    if (current === null || person === undefined) return;
    const named = withName(wording, current.selectionStart, person);
    onChange(named.wording);
    setBegun(null);
    requestAnimationFrame(() => current.setSelectionRange(named.caret, named.caret));
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onSend();
    }
    if (people.length === 0) return;
    const acts: Record<string, () => void> = {
      ArrowDown: () => setPlace((place + 1) % people.length),
      ArrowUp: () => setPlace((place - 1 + people.length) % people.length),
      Enter: () => choose(place),
      Tab: () => choose(place),
      Escape: () => setBegun(null),
    };
    const act = event.altKey ? undefined : acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const left = charactersLeft(wording);
  return (
    <div className={styles.field}>
      <textarea
        ref={field}
        aria-label={label}
        placeholder={label}
        rows={3}
        value={wording.body}
        data-first=""
        aria-autocomplete="list"
        aria-controls={people.length > 0 ? list : undefined}
        aria-activedescendant={people.length > 0 ? `${list}-${place}` : undefined}
        aria-invalid={left < 0}
        onChange={({ target }) => {
          onChange({ ...wording, body: target.value });
          look();
        }}
        onKeyDown={keys}
        onClick={look}
        onBlur={() => setBegun(null)}
      />
      {people.length > 0 && (
        <ul id={list} role="listbox" aria-label={text('thread.mention')} className={styles.people}>
          {people.map((person, index) => (
            <li
              key={person.memberId}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === place}
              onMouseDown={(event) => {
                event.preventDefault(); // the caret stays in the words
                choose(index);
              }}
            >
              <strong>{who(text, person)}</strong> {person.memberName}
            </li>
          ))}
        </ul>
      )}
      {left < FEW && <p className={left < 0 ? styles.over : styles.hint}>{text('thread.left', { n: left })}</p>}
    </div>
  );
}
