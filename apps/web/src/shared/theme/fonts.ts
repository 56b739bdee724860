import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-code-pro/wght.css';

/** Phones have Japanese faces of their own, and their readers pay for what is loaded. */
const hasOwnFaces = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Loads the Japanese faces; called where Japanese is shown. Their 120 slices arrive one by one, as letters need them. */
export async function loadJapaneseFonts(): Promise<void> {
  if (hasOwnFaces()) return;
  await Promise.all([import('@fontsource-variable/noto-sans-jp/wght.css'), import('@fontsource-variable/noto-serif-jp/wght.css')]);
}
