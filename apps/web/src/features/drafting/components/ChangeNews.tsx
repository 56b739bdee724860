import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import hidden from '../../../shared/ui/visually-hidden.module.css';
import { numberedParagraphs } from '../editor/paragraph-numbers.js';
import { watchOthers } from '../presence/watch-others.js';

interface Props {
  readonly editor: Editor;
}

/** Tells a screen reader which paragraphs others have changed; what eyes see by the carets. */
export function ChangeNews({ editor }: Props) {
  const text = useText();
  const [news, setNews] = useState('');
  useEffect(
    () =>
      watchOthers(editor.storage.sharedText.body, (ids) => {
        const numbers = numberedParagraphs(editor.state.doc).filter(({ id }) => ids.has(id)).map(({ number }) => number);
        setNews(numbers.length === 0 ? text('editor.changedByOthers') : text('editor.paragraphsChangedByOthers', { n: numbers.length, list: numbers.join(', ') }));
      }),
    [editor, text],
  );
  return (
    <p className={hidden.hidden} aria-live="polite">
      {news}
    </p>
  );
}
