import type { StrategyFile } from './strategy-file.js';

const MARK = /\{\{(\w):([\w.]+)\}\}/g;

/** Turns the marks of the file into plain words: brackets, terms, figures and sources. An unknown mark stops the loading. */
export function expandText(text: string, file: StrategyFile): string {
  return text.replace(MARK, (mark, kind: string, id: string) => {
    const words = wordsOf(kind, id, file);
    if (words === undefined) throw new Error(`demonstration: nothing is known of ${mark}`);
    return words;
  });
}

function wordsOf(kind: string, id: string, file: StrategyFile): string | undefined {
  switch (kind) {
    case 'b': {
      const options = file.brackets.find((bracket) => bracket.id === id)?.options;
      return options && `[${options.map(({ text }) => text || 'delete').join(' / ')}]`;
    }
    case 't':
      return file.glossary.find((term) => term.id === id)?.en;
    case 'e': {
      const source = file.evidence.find((evidence) => evidence.id === id);
      return source && `[${source.title}]`;
    }
    case 'i':
      return figure(id.split('.'), file);
    default:
      return undefined;
  }
}

function figure([programmeId, indicatorId, which]: string[], file: StrategyFile): string | undefined {
  const programme = file.programmes.find(({ id }) => id === programmeId);
  const indicator = programme?.indicators.find(({ id }) => id === indicatorId);
  const value = which === 'baseline' ? indicator?.baseline.value : indicator?.targets.at(-1)?.value;
  return value?.toString();
}
