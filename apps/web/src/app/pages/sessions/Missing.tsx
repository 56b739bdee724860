import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { Frame } from '../../frame/Frame.js';

interface Props {
  readonly title: string;
  readonly error: Error | null;
  readonly onRetry: () => void;
}

/** Stands in the place of a session that is on its way, or that could not be had. */
export function Missing({ title, error, onRetry }: Props) {
  const text = useText();
  const problemText = useProblemText();
  return (
    <Frame title={title}>
      {error === null ? (
        <Skeleton />
      ) : (
        <Notice kind="fault">
          {problemText(error)} <Button onPress={onRetry}>{text('app.retry')}</Button>
        </Notice>
      )}
    </Frame>
  );
}
