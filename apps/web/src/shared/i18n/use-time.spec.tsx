import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { LanguageProvider } from './LanguageProvider.js';
import { loadCatalogue } from './catalogues.js';
import { LANGUAGES, type Language } from './languages.js';
import { useTime } from './use-time.js';

async function timeIn(language: Language) {
  const catalogue = await loadCatalogue(language);
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <LanguageProvider language={language} catalogue={catalogue}>
      {children}
    </LanguageProvider>
  );
  return renderHook(() => useTime(), { wrapper }).result.current;
}

describe('times', () => {
  const evening = new Date(2026, 10, 24, 19, 5);

  it.each([
    ['en', '24 November 2026'],
    ['ru', '24 ноября 2026 г.'],
    ['ja', '2026年11月24日'],
  ] as const)('in %s a day is written %s, never in figures alone', async (language, day) => {
    expect((await timeIn(language)).day(evening)).toBe(day);
  });

  it.each(LANGUAGES)('in %s the clock has 24 hours', async (language) => {
    const time = await timeIn(language);
    expect(time.clock(evening)).toBe('19:05');
    expect(time.moment(evening)).toContain('19:05');
  });
});
