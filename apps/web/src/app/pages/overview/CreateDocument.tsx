import { useState } from 'react';
import { createDocument } from '../../../features/documents/api/outline-acts.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import styles from './Overview.module.css';
import { TitleSheet } from './TitleSheet.js';

/** Begins a further document of the forum. */
export function CreateDocument() {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.contents}>
      <Button onPress={() => setOpen(true)}>{text('document.create')}</Button>
      {isOpen && <TitleSheet heading={text('document.create')} act={({ title }) => createDocument(title)} onClose={() => setOpen(false)} />}
    </div>
  );
}
