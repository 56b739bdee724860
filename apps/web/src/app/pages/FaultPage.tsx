import type { ErrorComponentProps } from '@tanstack/react-router';
import { discardOfflineCopy } from '../../shared/api/offline-copy.js';
import { Unreachable } from '../../shared/api/problem-error.js';
import { useText } from '../../shared/i18n/use-text.js';
import { Button } from '../../shared/ui/Button.js';
import { PlainPage } from '../frame/PlainPage.js';
import styles from './PlainText.module.css';

/** What has happened, what is safe, what to do. A screen may fail on what the device has kept of the answers: that goes. */
export function FaultPage({ error }: Pick<ErrorComponentProps, 'error'>) {
  const text = useText();
  const isUnreachable = error instanceof Unreachable;
  const load = (): void => {
    if (!isUnreachable) discardOfflineCopy();
    location.reload();
  };
  return (
    <PlainPage title={text('app.failed')}>
      <div className={styles.text} role="alert">
        <h1>{text('app.failed')}</h1>
        <p>{text(isUnreachable ? 'problem.unreachable' : 'app.failed.safe')}</p>
        <Button look="primary" onPress={load}>
          {text('app.reload')}
        </Button>
      </div>
    </PlainPage>
  );
}
