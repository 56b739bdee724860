import type { SectionView } from '@expert-forum/contracts';
import { useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import styles from './AboutSection.module.css';
import { DraftersSheet } from './DraftersSheet.js';

/** Opens what a moderator may change about who writes a section. */
export function DraftersDoor({ section }: { readonly section: SectionView }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.acts}>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {text('drafters.manage')}
      </Button>
      {isOpen && <DraftersSheet section={section} onClose={() => setOpen(false)} />}
    </div>
  );
}
