/** Imported first by the programs, so that Node caches the compiled code of every other module. */
import nodeModule from 'node:module';
import { resolve } from 'node:path';
import { isTrustedFolder } from '../lib/io/trusted-folder';
import { cacheFolder } from './cache-folder';

/** Folder in the cache folder. */
const FOLDER = 'code';

/** Node 22.8 and newer have it: https://nodejs.org/api/module.html#moduleenablecompilecachecachedir. It throws nothing. */
const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };

const folder = cacheFolder(process.env);
// A run that writes the cache takes longer. A pipeline without a cache folder has no later run that would be faster.
if (folder !== undefined && isTrustedFolder(folder)) enableCompileCache?.(resolve(folder, FOLDER));
