import type { Person } from '@expert-forum/collab/client';
import styles from './SectionEditor.module.css';

/** Thin, with the code of the centre for a moment; what a screen reader is told of others stands beside the text. */
export function drawCaret({ label, colour }: Person): HTMLElement {
  const caret = document.createElement('span');
  caret.className = styles.caret ?? '';
  caret.style.setProperty('--colleague', colour);
  caret.setAttribute('aria-hidden', 'true');
  caret.dataset['caret'] = label;
  return caret;
}
