import { existsSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { withTemporaryFolder } from '../../lib/io/temporary-folder';

test('a folder exists until its function ends, also with an error', async () => {
  const folders: string[] = [];
  const use = async (folder: string) => {
    expect(existsSync(folder)).toBe(true);
    folders.push(folder);
  };
  await withTemporaryFolder(use);
  const failed = withTemporaryFolder(async (folder) => {
    await use(folder);
    throw new Error('failed');
  });
  await expect(failed).rejects.toThrow('failed');
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s removes the folder, and ends the process as before', async (signal) => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const listeners = process.listenerCount(signal);
  await withTemporaryFolder(async (folder) => {
    process.listeners(signal).at(-1)?.(signal);
    expect(existsSync(folder)).toBe(false);
    // Without its listener the signal has its default action, which ends the process.
    expect(process.listenerCount(signal)).toBe(listeners);
    expect(kill).toHaveBeenCalledWith(process.pid, signal);
  });
  kill.mockRestore();
});
