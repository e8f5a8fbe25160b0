/** Run by `npm run build`: writes the descriptions of schemas into the declarations that the compiler wrote. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeTextFile } from '../lib/io/write-file';
import { describedDeclarations } from './described-declarations';

/** Folder of the compiled code; `bin` next to `lib` exports no schemas, and its programs would start. */
const folder = resolve(process.argv[2] ?? join(__dirname, '..', 'dist'), 'lib');

for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.d.ts'))) {
  const path = join(folder, name);
  const declarations = readFileSync(path, 'utf8');
  if (!declarations.includes('z.Zod')) continue;
  writeTextFile(path, describedDeclarations(declarations, require(path.replace(/\.d\.ts$/, '.js'))));
}
