import { IsInt, Max, Min } from 'class-validator';
import { Nested } from '../nested.js';

const LARGEST_CLIENT = 0xffff_ffff;
const LARGEST_CLOCK = 0x7fff_ffff;

/** A character of the shared text: the Yjs id under which it was inserted. It stays the same whatever is typed around it. */
export class CharacterId {
  @IsInt()
  @Min(0)
  @Max(LARGEST_CLIENT)
  client: number;

  @IsInt()
  @Min(0)
  @Max(LARGEST_CLOCK)
  clock: number;
}

/** Some words: their first and their last character. */
export class WordPlaces {
  @Nested(() => CharacterId)
  start: CharacterId;

  @Nested(() => CharacterId)
  end: CharacterId;
}

/** Words as they once read: at most 300 characters with a “…” for their middle, and up to 32 before and after. */
export class QuoteView {
  text: string;
  before: string;
  after: string;
}

/** Where a thread stands. The server alone moves it. */
export class AnchorView {
  start: CharacterId;
  end: CharacterId;
  /** The paragraph in which the words begin. */
  paragraphId: string;
  /** The words that the thread was opened about, or attached to by hand. */
  quote: QuoteView;
}
