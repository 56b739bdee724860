import type { InterfaceLanguage, LocalisedTitle } from '@expert-forum/contracts';
import { LANGUAGES, momentIn, type Say } from '../words.js';
import { sectionsOf, type ExportedSection, type ExportedText } from './exported-text.js';

export interface ExportFact {
  readonly name: string;
  readonly value: string;
  readonly isCode?: boolean;
}

export const plainTitle = (title: LocalisedTitle, language: InterfaceLanguage): string => title[language] ?? title.en;

/** A title in the languages it is not shown in. */
export function otherTitles(title: LocalisedTitle, language: InterfaceLanguage): { language: InterfaceLanguage; title: string }[] {
  const shown = title[language] === undefined ? 'en' : language;
  return LANGUAGES.flatMap((each) => {
    const own = title[each];
    return each === shown || own === undefined ? [] : [{ language: each, title: own }];
  });
}

export const phaseIn = ({ phase, isAdReferendum }: Pick<ExportedSection, 'phase' | 'isAdReferendum'>, say: Say): string =>
  say(phase === 'agreed' && isAdReferendum ? 'phase.agreed_ad_referendum' : `phase.${phase}`);

const isAgreed = ({ phase, isAdReferendum }: ExportedSection): boolean => phase === 'published' || (phase === 'agreed' && !isAdReferendum);

/** By the reader's clock and by that of Tashkent, where the forum has its seat. */
export const timesIn = (at: string, { language, timeZone }: Pick<ExportedText, 'language' | 'timeZone'>, say: Say): string =>
  say('export.moment', { reader: momentIn(at, language, timeZone), host: momentIn(at, language, 'Asia/Tashkent') });

/** What stands at the head of every sheet of paper. */
export function runningHead(text: ExportedText, say: Say): string {
  const name = text.kind === 'section' ? `${text.section.number} · ${phaseIn(text.section, say)}` : plainTitle(text.document, text.language);
  return sectionsOf(text).every(isAgreed) ? name : say('export.notAgreed', { name });
}

export const hashOf = (text: ExportedText): string => (text.kind === 'section' ? text.section.hash : text.hash);

/** The foot of the text, in the order in which it is read. */
export function factsOf(text: ExportedText, say: Say): ExportFact[] {
  const time = text.kind === 'section' ? text.section.readAt : text.madeAt;
  return [
    ...(text.kind === 'section' ? [{ name: say('export.phase'), value: phaseIn(text.section, say) }] : []),
    { name: say('export.time'), value: timesIn(time, text, say) },
    { name: say('export.language'), value: say('export.english') },
    ...(text.kind === 'section' ? [{ name: say('export.state'), value: say('export.seq', { seq: text.section.seq }) }] : []),
    { name: say('proof.hash'), value: hashOf(text), isCode: true },
  ];
}

/** What a reader has to know about where the text comes from. */
export function remarksOf(text: ExportedText, say: Say): string[] {
  return [
    ...(text.kind === 'section' && text.unsent > 0 ? [say('export.unsent', { n: text.unsent })] : []),
    ...(text.isOfflineCopy ? [say('export.offlineCopy')] : []),
  ];
}
