import { Fragment, type ReactNode } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';

/** Words as they stand; an inline node, which is one character, as a small sign with a name. */
export function Words({ children }: { readonly children: string }): ReactNode {
  const text = useText();
  return children.split('\ufffc').map((words, index) => (
    <Fragment key={index}>
      {index > 0 && (
        <sup role="img" aria-label={text('history.inline')}>
          *
        </sup>
      )}
      {words}
    </Fragment>
  ));
}
