/** How often it is looked whether npm still lives. */
const PARENT_WATCH_MS = 500;

/** npm passes a signal on to the shell between us, which ends without telling anybody. */
export function stopWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, PARENT_WATCH_MS);
}
