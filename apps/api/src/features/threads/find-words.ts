import { anchorAt, BODY, locate, RunningText, type Anchor } from '@expert-forum/collab';
import type { WordPlaces } from '@expert-forum/contracts';
import { Injectable } from '@nestjs/common';
import { ProblemException } from '../../platform/errors/problem-error.js';
import { DraftingService } from '../drafting/drafting.service.js';

/** The words that a client names by their places, as this node's text has them: quote and paragraph are never the client's. */
@Injectable()
export class FindWords {
  constructor(private readonly drafting: DraftingService) {}

  /** @throws ProblemException `anchor-unknown` or `anchor-gone` */
  find(channel: number, words: WordPlaces): Promise<{ anchor: Anchor; seq: number }> {
    return this.drafting.engine.look(channel, (section) =>
      section.read((doc) => {
        const text = new RunningText(doc.getXmlFragment(BODY));
        const range = locate(text, words);
        if (range === 'unknown') throw new ProblemException('anchor-unknown', { retryAfter: 1 });
        if (range === 'gone') throw new ProblemException('anchor-gone');
        return { anchor: anchorAt(text, range), seq: section.seq };
      }),
    );
  }
}
