import type { ItemSectionView, SessionView } from '@expert-forum/contracts';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
import styles from './RecordPreview.module.css';

interface Props {
  readonly session: Pick<SessionView, 'centresPresent'>;
  readonly section: ItemSectionView;
  readonly hash: string;
}

/** Which section, which words, who is there, and what the record does. */
export function RecordPreview({ session: { centresPresent }, section: { number, title }, hash }: Props) {
  const text = useText();
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{text('session.record.section')}</dt>
          <dd>
            {number} <Localised of={title} />
          </dd>
        </div>
        <div>
          <dt>{text('session.record.text')}</dt>
          <dd>
            <code>{hash.slice(0, 8)}</code> {text('session.record.asAsked')}
          </dd>
        </div>
        <div>
          <dt>{text('session.record.present', { n: centresPresent.length })}</dt>
          <dd className={styles.codes}>{centresPresent.length === 0 ? text('session.present.none') : centresPresent.map((code) => <CentreCode key={code} code={code} />)}</dd>
        </div>
      </dl>
      <ul className={styles.effects}>
        <li>{text('session.record.freezes')}</li>
        <li>{text('session.record.stays')}</li>
      </ul>
    </>
  );
}
