/* Runs before the first paint, so that a dark screen never flashes light. `src/shared/theme/theme.ts` takes over afterwards. */
(() => {
  const chosen = localStorage.getItem('forum.theme');
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
