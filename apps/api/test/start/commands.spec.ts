import { existsSync } from 'node:fs';
import path from 'node:path';
import { newPlace, runCommand, startForum } from './running-forum.js';

describe('the commands', () => {
  it('[BK1] copy a forum while it runs and bring it back elsewhere, where it starts', async () => {
    const place = newPlace();
    const other = newPlace();
    const file = path.join(path.dirname(place.directory), 'forum.backup');
    const forum = await startForum(place.directory);
    expect(runCommand('backup', [file], { DATA_DIR: place.directory })).toMatchObject({
      status: 0,
      output: expect.stringMatching(/holds the forum as it was at \d{4}-/),
    });
    expect(runCommand('restore', [file], { DATA_DIR: place.directory })).toMatchObject({
      status: 1,
      output: expect.stringContaining('is already running'),
    });
    await forum.stop();
    expect(runCommand('restore', [file], { DATA_DIR: other.directory })).toMatchObject({
      status: 0,
      output: expect.stringContaining('every hash right'),
    });
    expect(existsSync(path.join(other.directory, 'postgres', 'postmaster.pid'))).toBe(false);
    const restored = await startForum(other.directory);
    await restored.stop();
    place.remove();
    other.remove();
  }, 90_000);

  it('[ST10] answer a mistake with how they are typed', () => {
    expect(runCommand('backup', [], {})).toEqual({ status: 1, output: 'Usage: npm run backup FILE' });
  });
});
