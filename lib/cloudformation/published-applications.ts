import { isPlainObject, own, section } from '../core/plain-object';
import { InputError } from '../core/problems';
import { readText } from '../io/files';
import { EXPECTED_PATH } from './files';
import { parseText } from './parse-template';
import { subjectOf } from './subject';

/** Section of a template's metadata that describes the application that it publishes. Source: AWS SAM developer guide, Metadata. */
const METADATA_KEY = 'AWS::ServerlessRepo::Application';
/** Other files of a repository, such as data, are larger. Source: AWS CloudFormation user guide, quota "template body size in S3". */
const MAX_BYTES = 1_000_000;

/** A template that publishes an application. */
export interface PublishedApplication {
  /** Path of the template. */
  readonly file: string;
  /** Version that it publishes; absent when the command that publishes it states the version. */
  readonly version?: string;
}

/** The templates among these files that publish an application to the AWS Serverless Application Repository, by its name. */
export function applicationFiles(files: readonly string[]): ReadonlyMap<string, readonly PublishedApplication[]> {
  const applications = new Map<string, readonly PublishedApplication[]>();
  for (const file of files) {
    const { name, version } = describedApplication(file);
    if (typeof name !== 'string') continue;
    const published = { file, ...(version !== undefined && { version: String(version) }) };
    applications.set(name, [...(applications.get(name) ?? []), published]);
  }
  return applications;
}

function describedApplication(file: string): { readonly name?: unknown; readonly version?: unknown } {
  const content = contentOf(file);
  const described = isPlainObject(content) ? section(section(content, 'Metadata'), METADATA_KEY) : {};
  return { name: own(described, 'Name'), version: own(described, 'SemanticVersion') };
}

/** Undefined for a file that is not a template of an application, or cannot be read. */
function contentOf(file: string): unknown {
  try {
    const text = readText(file, subjectOf(file), { expected: EXPECTED_PATH, maxBytes: MAX_BYTES });
    return text.includes(METADATA_KEY) ? parseText(text, file).value : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
