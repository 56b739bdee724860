import { insertReference } from '@expert-forum/collab/editor';
import type { SectionView } from '@expert-forum/contracts';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { ChoiceField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { run } from '../editor/table-blocks.js';
import styles from './ReferenceSheet.module.css';
import { sectionTextQuery } from './section-text-query.js';
import { ownParagraphs, targetParagraphs } from './target-paragraphs.js';

interface Props {
  readonly editor: Editor;
  readonly sectionId: string;
  readonly sections: readonly SectionView[];
  readonly onClose: () => void;
}

/** Chooses the paragraph, of this section or another, whose number the text is to name. */
export function ReferenceSheet({ editor, sectionId, sections, onClose }: Props) {
  const text = useText();
  const language = useLanguage();
  const [chosen, choose] = useState(sectionId);
  const insert = (paragraph: string): void => {
    run(editor, insertReference({ section: chosen, paragraph }));
    onClose();
    editor.commands.focus();
  };
  return (
    <Sheet title={text('toolbar.reference')} onClose={onClose}>
      <ChoiceField label={text('reference.section')} value={chosen} onChange={({ target }) => choose(target.value)} data-first="">
        {sections
          .filter(({ parentId }) => parentId !== null)
          .map(({ id, number, title }) => (
            <option key={id} value={id}>
              {number} {localised(title, language).text}
            </option>
          ))}
      </ChoiceField>
      <Paragraphs key={chosen} editor={editor} isOwn={chosen === sectionId} sectionId={chosen} number={sections.find(({ id }) => id === chosen)?.number ?? ''} onChosen={insert} />
    </Sheet>
  );
}

interface ListProps {
  readonly editor: Editor;
  readonly isOwn: boolean;
  readonly sectionId: string;
  readonly number: string;
  readonly onChosen: (paragraphId: string) => void;
}

/** The numbered paragraphs of a section: its own as they are shown, another's as they were received. */
function Paragraphs({ editor, isOwn, sectionId, number, onChosen }: ListProps) {
  const text = useText();
  const problemText = useProblemText();
  const { data, error } = useQuery({ ...sectionTextQuery(sectionId), enabled: !isOwn });
  if (error && !data) return <Notice kind="fault">{problemText(error)}</Notice>;
  const all = isOwn ? ownParagraphs(editor.state.doc) : data && targetParagraphs(data.document);
  if (all === undefined) return <Skeleton />;
  const numbered = all.filter((paragraph) => paragraph.number !== null);
  if (numbered.length === 0) return <p>{text('reference.none')}</p>;
  return (
    <ul className={styles.paragraphs} aria-label={text('reference.paragraph')}>
      {numbered.map((paragraph) => (
        <li key={paragraph.id}>
          <button type="button" onClick={() => onChosen(paragraph.id)}>
            <span className={styles.number}>{`${number}.${paragraph.number}`}</span> <span lang="en">{paragraph.opening}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
