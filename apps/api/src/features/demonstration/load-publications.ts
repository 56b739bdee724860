import type { LocalisedTitle } from '@expert-forum/contracts';
import type { Performer } from '../../platform/ledger/performer.js';
import type { PreviewPublication } from '../publications/preview-publication.js';
import type { SealPublication } from '../publications/seal-publication.js';
import type { BackdatedClock } from './backdated-clock.js';
import { known, type StrategyFile } from './strategy-file.js';

/** The publications of the file, previewed and sealed as a moderator does. */
export class LoadPublications {
  constructor(
    private readonly clock: BackdatedClock,
    private readonly previews: PreviewPublication,
    private readonly sealing: SealPublication,
  ) {}

  async load(by: Performer, file: StrategyFile, documentId: string, sections: ReadonlyMap<string, string>): Promise<void> {
    for (const { slug, title, at_rel, sections: ids } of file.publications) {
      this.clock.goTo(at_rel);
      const wanted = ids.map((id) => known(sections.get(id), id));
      const agreed = (await this.previews.preview(by.forumId, documentId, [])).sections.map(({ id }) => id);
      const keptBack = agreed.filter((id) => !wanted.includes(id));
      const { digest } = await this.previews.preview(by.forumId, documentId, keptBack);
      await this.sealing.seal(by, documentId, { title: titleOf(title), slug, confirmation: slug, digest, keptBack, isCorrection: false });
    }
  }
}

/** The languages of the interface; the file has more. */
export const titleOf = ({ en, ru, ja }: LocalisedTitle): LocalisedTitle => ({ en, ...(ru && { ru }), ...(ja && { ja }) });
