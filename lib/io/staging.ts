import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { attempt, notWritable, systemErrorCode } from './output-error';

/** Starts with a dot and ends in `.tmp`: the readers of manifests and templates ignore it. */
const STAGING_NAME = /^\.sizing-(\d+)-([0-9a-f]{8})-[0-9a-f]{12}\.tmp$/;

/** Longer than any run. Process ids of another host are not known here, so its leftovers are removed by their age. */
const MAX_AGE_MS = 24 * 60 * 60 * 1000;

/** Folder inside a staging folder with the folders that are being replaced, under their own names. */
export const REPLACED = 'replaced';

/** A path in the folder that no other process uses, for a file or folder that is not yet complete. */
export function stagingPath(folder: string): string {
  return join(folder, `.sizing-${process.pid}-${hostId()}-${randomBytes(6).toString('hex')}.tmp`);
}

function hostId(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

/** Restores the folders that killed processes were replacing, and removes their temporary folders. */
export function removeLeftovers(folder: string): void {
  for (const name of attempt(() => readdirSync(folder)) ?? []) {
    const path = join(folder, name);
    if (isLeftover(name, path)) {
      putBack(join(path, REPLACED), folder);
      attempt(() => rmSync(path, { recursive: true, force: true }));
    }
  }
}

function isLeftover(name: string, path: string): boolean {
  const [, pid, host] = STAGING_NAME.exec(name) ?? [];
  if (pid === undefined) return false;
  if (host === hostId() && !isRunning(Number(pid))) return true;
  const changedMs = attempt(() => statSync(path))?.mtimeMs;
  return changedMs !== undefined && Date.now() - changedMs > MAX_AGE_MS;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemErrorCode(error) !== 'ESRCH';
  }
}

/** Moves folders back to where they were, unless there is something by now. */
export function putBack(replaced: string, folder: string): void {
  for (const name of attempt(() => readdirSync(replaced)) ?? []) {
    if (!existsSync(join(folder, name))) attempt(() => renameSync(join(replaced, name), join(folder, name)));
  }
}

/**
 * Creates a folder and its parents, one after the other: a recursive `mkdir` of Node never returns below `/proc`, where
 * a new folder is refused with "no such file or directory" although its parent exists.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const existing = statSync(folder, { throwIfNoEntry: false });
  if (existing?.isDirectory()) return;
  if (existing !== undefined) throw notWritable(folder, 'ENOTDIR', 'a folder');
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, mode);
  } catch (error) {
    const isMade = systemErrorCode(error) === 'EEXIST' && statSync(folder, { throwIfNoEntry: false })?.isDirectory();
    if (!isMade) throw error;
  }
}

/** Makes a rename in a folder last through a power failure, on file systems that can. */
export function syncFolder(folder: string): void {
  attempt(() => {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
}
