import { useText } from '../../../shared/i18n/use-text.js';
import { useWhereabouts } from '../../../shared/socket/whereabouts.js';
import { PresentLabel, presentName } from '../../../shared/ui/PresentLabel.js';
import hidden from '../../../shared/ui/visually-hidden.module.css';
import styles from './HereInSections.module.css';

/** How many fit into a line of the outline; of more the first two, and how many besides. */
const MOST = 3;
const shownOf = (here: readonly string[]): readonly string[] => (here.length > MOST ? here.slice(0, MOST - 1) : here);

/** Who is in these sections now, by centre; nothing where nobody is, or where it is not known. */
export function HereInSections({ ids }: { readonly ids: readonly string[] }) {
  const text = useText();
  const here = useWhereabouts(ids);
  if (here.length === 0) return null;
  const shown = shownOf(here);
  return (
    <p className={styles.here}>
      <span className={hidden.hidden}>{text('presence.list', { who: here.map((label) => presentName(label, text)).join(', ') })}</span>
      <span aria-hidden="true" className={styles.list}>
        {shown.map((label) => (
          <PresentLabel key={label} label={label} />
        ))}
        {here.length > shown.length && <span>+{here.length - shown.length}</span>}
      </span>
    </p>
  );
}
