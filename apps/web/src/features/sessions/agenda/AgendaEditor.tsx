import type { SessionView } from '@expert-forum/contracts';
import { useRef, useState } from 'react';
import { useRuleText, useProblemText } from '../../../shared/api/use-problem-text.js';
import { localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import hidden from '../../../shared/ui/visually-hidden.module.css';
import { setAgenda } from '../api/session-acts.js';
import { useSessionAct } from '../api/use-session-act.js';
import { ItemSheet } from '../form/ItemSheet.js';
import type { SectionsOfChapter } from '../form/SectionChoice.js';
import { type DraftItem, draftOf, mayChange, moved, toAgenda, withItem, withoutItem } from './agenda-draft.js';
import { agendaSum } from './agenda-times.js';
import styles from './AgendaEditor.module.css';
import { AgendaSumLine } from './AgendaSumLine.js';
import { EditedItem } from './EditedItem.js';

interface Props {
  readonly session: SessionView;
  readonly chapters: readonly SectionsOfChapter[];
  readonly onClose: () => void;
}

/** Prepares the agenda: nothing changes for anybody until it is saved, and then all of it. */
export function AgendaEditor({ session, chapters, onClose }: Props) {
  const text = useText();
  const language = useLanguage();
  const rule = useRuleText();
  const problemText = useProblemText();
  const [items, setItems] = useState(() => draftOf(session.items));
  const [edited, edit] = useState<DraftItem | null>(null);
  const [news, setNews] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const save = useSessionAct(() => setAgenda(session.id, toAgenda(items)), onClose);
  const nameOf = ({ title }: DraftItem): string => localised(title, language).text;
  const numbers = new Map(chapters.flatMap(({ sections }) => sections.map(({ id, number }) => [id, number])));
  const move = (item: DraftItem, by: -1 | 1): void => {
    const next = moved(items, item.key, by);
    setItems(next);
    setNews(text('agenda.item.movedTo', { title: nameOf(item), place: next.findIndex(({ key }) => key === item.key) + 1, n: next.length }));
  };
  const remove = (key: string): void => {
    list.current?.focus(); // the button that has the focus goes with its item
    setItems(withoutItem(items, key));
  };
  return (
    <div className={styles.editor}>
      {save.error && <Notice kind="fault">{problemText(save.error)}</Notice>}
      <ol ref={list} className={styles.items} tabIndex={-1} aria-label={text('agenda.title')}>
        {items.map((item, index) => (
          <EditedItem
            key={item.key}
            item={item}
            number={index + 1}
            name={nameOf(item)}
            sections={item.sectionIds.map((id) => numbers.get(id) ?? '–').join(', ')}
            blocked={{
              up: index === 0 ? text('agenda.item.isFirst') : undefined,
              down: index === items.length - 1 ? text('agenda.item.isLast') : undefined,
              remove: rule(mayChange(session.items, item.key)),
            }}
            onEdit={() => edit(item)}
            onMove={(by) => move(item, by)}
            onRemove={() => remove(item.key)}
          />
        ))}
      </ol>
      <p role="status" className={hidden.hidden}>
        {news}
      </p>
      <Button onPress={() => edit({ key: `new ${Date.now()}`, title: { en: '' }, minutes: 30, sectionIds: [] })}>
        {text('agenda.item.add')}
      </Button>
      <AgendaSumLine sum={agendaSum(items, session)} />
      <div className={styles.acts}>
        <Button look="primary" isBusy={save.isPending} onPress={() => save.mutate(undefined)}>
          {text('agenda.save')}
        </Button>
        <Button onPress={onClose}>{text('app.cancel')}</Button>
      </div>
      {edited && (
        <ItemSheet
          heading={text(items.some(({ key }) => key === edited.key) ? 'agenda.item.edit' : 'agenda.item.add')}
          item={edited}
          chapters={chapters}
          mayChange={mayChange(session.items, edited.key)}
          onDone={(item) => {
            setItems(withItem(items, item));
            edit(null);
          }}
          onClose={() => edit(null)}
        />
      )}
    </div>
  );
}
