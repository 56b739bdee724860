import type { NodeJson } from '@expert-forum/collab';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { nowQuery, revisionQuery } from '../../../features/history/api/history-queries.js';
import type { TextState } from '../../../features/history/api/states.js';
import { Comparison } from '../../../features/history/compare/Comparison.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { HashLine } from './HashLine.js';

interface Props {
  readonly sectionId: string;
  readonly from: TextState;
  readonly to: TextState;
}

/** The two that were compared last stay until the next two are there. */
export function ComparedTexts({ sectionId, from, to }: Props) {
  const problemText = useProblemText();
  const before = useText(sectionId, from);
  const after = useText(sectionId, to);
  const [shown, show] = useState<{ readonly before: Text; readonly after: Text } | null>(null);
  if (before.data && after.data && (shown?.before !== before.data || shown.after !== after.data)) show({ before: before.data, after: after.data });
  const error = before.error ?? after.error;
  if (error) return <Notice kind="fault">{problemText(error)}</Notice>;
  if (shown === null) return <Skeleton />;
  return (
    <>
      <Comparison before={shown.before.document} after={shown.after.document} />
      <HashLine hash={shown.after.hash} />
    </>
  );
}

interface Text {
  readonly hash: string;
  readonly document: NodeJson;
}

function useText(sectionId: string, { revision }: TextState): { readonly data: Text | undefined; readonly error: Error | null } {
  const now = useQuery({ ...nowQuery(sectionId), enabled: revision === null });
  const kept = useQuery({ ...revisionQuery(revision?.id ?? ''), enabled: revision !== null });
  return revision === null ? now : kept;
}
