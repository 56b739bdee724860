import type { HeldMandate, SectionView } from '@expert-forum/contracts';
import type { Verdict } from '@expert-forum/domain';
import { useState } from 'react';
import { addSection, renameSection } from '../../../features/documents/api/outline-acts.js';
import type { Chapter } from '../../../features/documents/outline/chapters.js';
import { mayKeep, mayRemoveChapter } from '../../../features/documents/outline/outline-rights.js';
import { localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import styles from './Overview.module.css';
import { MoveSheet } from './MoveSheet.js';
import { RemoveSheet } from './RemoveSheet.js';
import { TitleSheet } from './TitleSheet.js';
import { useRule } from './use-rule.js';

interface Props {
  readonly mandate: HeldMandate;
  /** The chapter, and in it the section; without one the acts are those of the chapter. */
  readonly of: Chapter;
  readonly section?: SectionView;
}

/** What may be done with a chapter or a section of the outline; what may not says which rule stops it. */
export function NodeActs({ mandate, of, section }: Props) {
  const text = useText();
  const rule = useRule();
  const language = useLanguage();
  const [open, setOpen] = useState<'add' | 'rename' | 'move' | 'remove' | null>(null);
  const close = (): void => setOpen(null);
  const node = section ?? of.chapter;
  const name = `${node.number} ${localised(node.title, language).text}`;
  const mayChange = mayKeep(mandate, node, of.chapter);
  const mayRemove: Verdict = section === undefined ? mayRemoveChapter(mandate, of) : mayChange;
  return (
    <div role="group" aria-label={text('outline.actionsFor', { title: name })} className={styles.nodeActs}>
      {section === undefined && (
        <Button look="quiet" label={text('outline.addSectionTo', { title: name })} blockedBy={rule(mayChange)} onPress={() => setOpen('add')}>
          {text('outline.addSection')}
        </Button>
      )}
      <Button look="quiet" label={text('outline.renameOf', { title: name })} blockedBy={rule(mayChange)} onPress={() => setOpen('rename')}>
        {text('outline.rename')}
      </Button>
      <Button look="quiet" label={text('outline.moveOf', { title: name })} blockedBy={rule(mayChange)} onPress={() => setOpen('move')}>
        {text('outline.move')}
      </Button>
      <Button look="quiet" label={text('outline.removeOf', { title: name })} blockedBy={rule(mayRemove)} onPress={() => setOpen('remove')}>
        {text('outline.remove')}
      </Button>
      {open === 'add' && (
        <TitleSheet
          heading={text('outline.addSectionTo', { title: name })}
          siblings={of.sections}
          act={(draft) => addSection(node.documentId, { ...draft, parentId: node.id })}
          onClose={close}
        />
      )}
      {open === 'rename' && (
        <TitleSheet heading={text('outline.renameOf', { title: name })} present={node.title} act={({ title }) => renameSection(node.id, title)} onClose={close} />
      )}
      {open === 'move' && <MoveSheet mandate={mandate} node={node} name={name} onClose={close} />}
      {open === 'remove' && <RemoveSheet section={node} name={name} onClose={close} />}
    </div>
  );
}
