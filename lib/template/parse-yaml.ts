import { type Document, parseAllDocuments, type YAMLError } from 'yaml';
import { didYouMean, InputError, type Problem } from '../problems';
import { bytesText, MAX_NESTING_LEVELS, MAX_YAML_ALIASES } from '../source';
import { MAX_YAML_BYTES } from './limits';
import { SHORT_TAGS, shortTags } from './short-tags';

/** A tag in the text of an error: `Unresolved tag: !Reff at line 3`. */
const TAG = /(!\S+)/;
/** What the reader says of nesting that was too much for it. */
const STACK_ENDED = /Maximum call stack/;

/** Reads YAML with CloudFormation's short tags. Throws an InputError with all its problems. */
export function parseYaml(text: string, name: string): unknown {
  if (text.length > MAX_YAML_BYTES) {
    throw new InputError(name, [
      { path: 'file', received: `${bytesText(text.length)} of YAML`, allowed: `at most ${bytesText(MAX_YAML_BYTES)} of YAML, or JSON` },
    ]);
  }
  const documents = readDocuments(text, name);
  const [document] = documents;
  if (document === undefined) return null;
  const problems = documentProblems(document, text, name);
  if (problems.length > 0) throw new InputError(name, problems);
  const value = toPlain(document, name);
  if (documents.length === 1) return value;
  // What the first document is tells more than how many there are; a template is refused below, anything else by its kind.
  if (typeof value !== 'object' || value === null || !('Resources' in value)) return value;
  throw new InputError(name, [
    { path: 'file', received: `${documents.length} YAML documents`, allowed: 'one document, which is the template' },
  ]);
}

function readDocuments(text: string, name: string): readonly Document.Parsed[] {
  return notTooDeep(name, () => {
    const documents = parseAllDocuments(text, { customTags: shortTags, uniqueKeys: true, schema: 'core', logLevel: 'silent' });
    return 'empty' in documents ? [] : documents;
  });
}

/** Duplicate keys and unknown tags each; of what is not YAML the first, as one slip makes a reader stumble to the end. */
function documentProblems({ errors, warnings }: Document.Parsed, text: string, name: string): readonly Problem[] {
  if (errors.some(({ message }) => STACK_ENDED.test(message))) throw tooDeep(name);
  const [broken] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  return (broken === undefined ? [...errors, ...warnings] : [broken]).map((error) => yamlProblem(error, text));
}

function toPlain(document: Document.Parsed, name: string): unknown {
  return notTooDeep(name, () => {
    try {
      return document.toJS({ maxAliasCount: MAX_YAML_ALIASES }) as unknown;
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      throw new InputError(name, [
        {
          path: 'file',
          received: 'a YAML file of aliases that grow without bound',
          allowed: `at most ${MAX_YAML_ALIASES} uses of aliases`,
        },
      ]);
    }
  });
}

/** The YAML reader follows nesting on the stack, which ends where JavaScript says so. */
function notTooDeep<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(name);
    throw error;
  }
}

function tooDeep(name: string): InputError {
  return new InputError(name, [
    { path: 'file', received: 'nested without end', allowed: `at most ${MAX_NESTING_LEVELS} levels of objects and lists` },
  ]);
}

function yamlProblem(error: YAMLError, text: string): Problem {
  const [start] = error.linePos ?? [];
  const path = start === undefined ? 'file' : `line ${start.line}, column ${start.col}`;
  if (error.code === 'DUPLICATE_KEY') return { path, received: `a second ${keyAt(text, error.pos[0])}`, allowed: 'each key once' };
  if (error.code === 'TAG_RESOLVE_FAILED') return tagProblem(path, TAG.exec(error.message)?.[1] ?? 'an unknown tag');
  return { path, received: `not YAML (${sentenceOf(error.message)})`, allowed: 'valid YAML' };
}

function tagProblem(path: string, tag: string): Problem {
  const suggestion = didYouMean(tag, SHORT_TAGS);
  return {
    path,
    received: `the tag ${tag}`,
    allowed: `a tag of CloudFormation: ${SHORT_TAGS.join(', ')}`,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function keyAt(text: string, position: number): string {
  return JSON.stringify(
    /^[^:\n]*/
      .exec(text.slice(position))?.[0]
      .trim()
      .replace(/^["']|["']$/g, '') ?? '',
  );
}

/** The reader's messages end with the place and a picture of it; the place is in our path. */
function sentenceOf(message: string): string {
  return message.replace(/ at line \d+, column \d+:[\s\S]*$/, '');
}
