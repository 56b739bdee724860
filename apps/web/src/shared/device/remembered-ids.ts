/** Ids that this device remembers over a reload, the last `kept` of them. */
export function rememberedIds(key: string, kept: number): { readonly has: (id: string) => boolean; readonly add: (ids: readonly string[]) => void } {
  const all = (): string[] => (localStorage.getItem(key) ?? '').split('\n').filter(Boolean);
  return {
    has: (id) => all().includes(id),
    add: (ids) => localStorage.setItem(key, [...new Set([...all(), ...ids])].slice(-kept).join('\n')),
  };
}
