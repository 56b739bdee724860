import type { OutlineView } from '@expert-forum/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReferenceTargets } from '../../../features/drafting/references/use-reference-labels.js';
import { useLanguage } from '../../../shared/i18n/use-text.js';

/** What the references of a section point to; a press goes to the paragraph. */
export function useReferenceTargets(sectionId: string, outline: OutlineView | undefined): ReferenceTargets {
  const language = useLanguage();
  const navigate = useNavigate();
  return useMemo(
    () => ({
      sectionId,
      sections: outline?.sections ?? [],
      onPressed: ({ section, paragraph }) => {
        // The address does not change by the second press, and the paragraph has to come into sight again.
        if (section === sectionId) document.querySelector(`[data-paragraph="${CSS.escape(paragraph)}"]`)?.scrollIntoView({ block: 'center' });
        void navigate({ to: '/$language/text/$section', params: { language, section }, hash: paragraph });
      },
    }),
    [language, navigate, outline, sectionId],
  );
}
