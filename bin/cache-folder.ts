import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'sizing-blueprints';

/**
 * The folder in which templates are cached between runs: by default the folder of the operating system for caches.
 * `SIZING_CACHE` names another folder, or is `off`. Undefined: nothing is cached.
 */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string | undefined {
  const { SIZING_CACHE: chosen } = env;
  if (chosen === 'off') return undefined;
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), NAME);
  if (platform === 'darwin') return join(home, 'Library', 'Caches', NAME);
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), NAME);
}
