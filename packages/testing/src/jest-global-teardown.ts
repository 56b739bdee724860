declare global {
  var stopTestServer: (() => void) | undefined;
}

export default function stopTestServer(): void {
  globalThis.stopTestServer?.();
}
