import { useText } from '../../shared/i18n/use-text.js';
import { Button } from '../../shared/ui/Button.js';
import styles from './UpdateLine.module.css';
import { loadUpdate, useIsUpdateReady } from './watch-update.js';

/** Says that a newer version is ready; when it is loaded is the reader's decision. */
export function UpdateLine() {
  const text = useText();
  const isReady = useIsUpdateReady();
  return (
    <div role="status" className={isReady ? styles.line : undefined}>
      {isReady && (
        <>
          {text('app.update')}
          <Button look="quiet" onPress={() => void loadUpdate(navigator.serviceWorker)}>{text('app.reload')}</Button>
        </>
      )}
    </div>
  );
}
