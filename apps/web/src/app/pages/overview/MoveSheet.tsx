import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { moveSection } from '../../../features/documents/api/outline-acts.js';
import { outlineQuery } from '../../../features/documents/api/outline-queries.js';
import { chaptersOf } from '../../../features/documents/outline/chapters.js';
import { mayKeep } from '../../../features/documents/outline/outline-rights.js';
import { placesToMove } from '../../../features/documents/outline/places-to-move.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { ChoiceField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import styles from './Overview.module.css';

interface Props {
  readonly mandate: HeldMandate;
  readonly node: SectionView;
  /** How it is called on this page. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks where a chapter or section goes. A list of places needs no dragging. */
export function MoveSheet({ mandate, node, name, onClose }: Props) {
  const text = useText();
  const language = useLanguage();
  const problemText = useProblemText();
  const client = useQueryClient();
  const { data } = useQuery(outlineQuery(node.documentId));
  const isOpen = (chapter: SectionView): boolean => node.parentId === null || chapter.id === node.parentId || mayKeep(mandate, chapter).ok;
  const groups = placesToMove(node, chaptersOf(data?.sections ?? []).filter(({ chapter }) => isOpen(chapter)));
  const places = groups.flatMap((group) => group.places);
  const called = ({ number, title }: SectionView): string => `${number} ${localised(title, language).text}`;
  const move = useMutation({
    mutationFn: (index: number) => moveSection(node.id, places[index]?.place ?? {}),
    onSuccess: async () => {
      onClose();
      await Promise.all(['outline', 'section'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    move.mutate(Number(new FormData(event.currentTarget).get('place')));
  };
  return (
    <Sheet title={text('outline.moveOf', { title: name })} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        {move.error && <Notice kind="fault">{problemText(move.error)}</Notice>}
        <ChoiceField label={text('outline.place')} name="place">
          {groups.map((group) => (
            <optgroup key={group.chapter?.id ?? ''} label={group.chapter ? called(group.chapter) : text('overview.contents')}>
              {group.places.map((place) => (
                <option key={place.after?.id ?? ''} value={places.indexOf(place)}>
                  {place.after ? text('outline.after', { title: called(place.after) }) : text('outline.first')}
                </option>
              ))}
            </optgroup>
          ))}
        </ChoiceField>
        <div className={styles.acts}>
          <Button type="submit" look="primary" isBusy={move.isPending}>
            {text('outline.move')}
          </Button>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
        </div>
      </form>
    </Sheet>
  );
}
