import { join } from 'node:path';
import { writeTextFile } from '../lib/io/write-file';
import { nestedReplacements, nestedReplacementsText } from './nested-replacements';

const FILE = 'data/cloudformation/nested-replacements.json';

writeTextFile(join(__dirname, '..', FILE), nestedReplacementsText(nestedReplacements()));
console.error(`wrote ${FILE}`);
