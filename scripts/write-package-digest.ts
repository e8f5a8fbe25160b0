/** Run by `npm run build`: the installed command caches answers under the digest of the code that computed them. */
import { join } from 'node:path';
import { writePackageDigest } from '../lib/io/package-digest';

writePackageDigest(join(__dirname, '..'));
