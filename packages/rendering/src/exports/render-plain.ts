import type { InterfaceLanguage } from '@expert-forum/contracts';
import type { ResolveReference } from '../references.js';
import { wordsIn, type Say } from '../words.js';
import { factsOf, otherTitles, phaseIn, plainTitle, remarksOf, timesIn } from './export-facts.js';
import { hasWords, referencesOf, sectionsOf, type ExportedHeading, type ExportedSection, type ExportedText } from './exported-text.js';
import { plainBlocks } from './plain-blocks.js';
import { behind, widthOf, wrap } from './wrap.js';

/** What a terminal, a mail and a sheet of paper show without breaking lines anew. */
const WIDTH = 78;
const rule = (character: string): string => character.repeat(WIDTH);

/** The same as the page in plain text, in lines of at most 78 columns. */
export function renderPlain(text: ExportedText): string {
  const say = wordsIn(text.language);
  const { language } = text;
  const around = { language, say, resolve: referencesOf(text) };
  const body =
    text.kind === 'section'
      ? [...(text.chapter ? ['', ...headingLines(text.chapter, language)] : []), ...sectionLines(text.section, around)]
      : text.chapters.flatMap((chapter) => ['', '', ...headingLines(chapter, language, '='), ...chapter.sections.flatMap((each) => sectionLines(each, around))]);
  return `${[...openingLines(text, say), ...body, '', rule('='), ...footLines(text, say)].join('\n')}\n`;
}

function openingLines(text: ExportedText, say: Say): string[] {
  const { language } = text;
  const words = (words: string | null): string[] => (words === null ? [] : wrap(words, WIDTH));
  return [
    ...words(text.banner && plainTitle(text.banner, language)),
    ...(text.banner ? [''] : []),
    ...words(text.forum.en === text.document.en ? null : plainTitle(text.forum, language)),
    ...words(plainTitle(text.document, language)),
    '',
    ...words(plainTitle(text.disclaimer, language)),
    ...(language === 'en' ? [] : words(say('export.textIn'))),
    rule('='),
  ];
}

/** Number and title, beneath it the title in the other languages; underlined if it opens a chapter. */
function headingLines({ number, title }: ExportedHeading, language: InterfaceLanguage, line?: string): string[] {
  const indent = ' '.repeat(number.length + 1);
  const own = behind(`${number} `, indent, wrap(plainTitle(title, language), WIDTH - indent.length));
  const others = otherTitles(title, language).flatMap((other) => behind(indent, indent, wrap(other.title, WIDTH - indent.length)));
  return [...own, ...others, ...(line === undefined ? [] : [line.repeat(Math.max(...[...own, ...others].map(widthOf)))])];
}

interface Surroundings {
  readonly language: InterfaceLanguage;
  readonly say: Say;
  readonly resolve: ResolveReference;
}

function sectionLines(section: ExportedSection, { language, say, resolve }: Surroundings): string[] {
  const text = hasWords(section) ? plainBlocks(section.document, WIDTH, resolve) : [`     ${say('export.empty')}`];
  return ['', ...headingLines(section, language), `${' '.repeat(section.number.length + 1)}${phaseIn(section, say)}`, '', ...text];
}

function footLines(text: ExportedText, say: Say): string[] {
  const facts = factsOf(text, say).flatMap(({ name, value }) => behind('', '  ', wrap(`${name}: ${value}`, WIDTH - 2)));
  const remarks = remarksOf(text, say).flatMap((remark) => ['', ...wrap(remark, WIDTH)]);
  return [...facts, ...remarks, ...(text.kind === 'whole' ? listLines(text, say) : []), '', ...wrap(plainTitle(text.disclaimer, text.language), WIDTH)];
}

function listLines(text: Extract<ExportedText, { kind: 'whole' }>, say: Say): string[] {
  const lineOf = ({ number, readAt, seq, hash, ...standing }: ExportedSection): string[] => [
    `${number}  ${phaseIn(standing, say)} · ${say('export.seq', { seq })}`,
    ...(text.isOfflineCopy ? behind('     ', '     ', wrap(timesIn(readAt, text, say), WIDTH - 5)) : []),
    `     ${hash}`,
  ];
  const missing = text.missing.flatMap((each) => behind('  ', '     ', wrap(`${each.number} ${plainTitle(each.title, text.language)}`, WIDTH - 5)));
  return ['', ...wrap(say('export.hashOfWhole'), WIDTH), '', `${say('export.sections')}:`, ...sectionsOf(text).flatMap(lineOf), ...(missing.length > 0 ? ['', `${say('export.missing')}:`, ...missing] : [])];
}
