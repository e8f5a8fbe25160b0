import { isPlainObject } from '../core/plain-object';
import { referencesIn } from './references';
import type { TemplateResource } from './template-resource';

/** Type of the CDK whose handler applies Kubernetes objects to an EKS cluster. */
export const APPLIED_OBJECTS = 'Custom::AWSCDK-EKS-KubernetesResource';

/** An object of Kubernetes. */
export type AppliedObject = Readonly<Record<string, unknown>>;

const UNKNOWN = 'known-at-deployment';

/** The placeholder of a value that is known only at deployment: the logical id that it refers to. */
export function referredId(value: unknown): string {
  return referencesIn(value)[0] ?? UNKNOWN;
}

/**
 * The objects that a resource of the CDK applies to an EKS cluster; undefined when the template does not state them. `wordOf` gives the placeholder of a value that is known only at deployment. Default: one placeholder for all.
 */
export function appliedObjectsOf(
  { properties: { Manifest: manifest } }: Pick<TemplateResource, 'properties'>,
  wordOf: (value: unknown) => string = () => UNKNOWN,
): readonly AppliedObject[] | undefined {
  const text = typeof manifest === 'string' ? manifest : joined(manifest, wordOf);
  try {
    const parsed: unknown = text === undefined ? undefined : JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isPlainObject) : undefined;
  } catch {
    return undefined;
  }
}

/** References are inside of JSON strings: a placeholder keeps the JSON valid. */
function joined(value: unknown, wordOf: (value: unknown) => string): string | undefined {
  const join = isPlainObject(value) ? value['Fn::Join'] : undefined;
  if (!Array.isArray(join) || !Array.isArray(join[1])) return undefined;
  return join[1].map((part: unknown) => (typeof part === 'string' ? part : wordOf(part))).join(String(join[0]));
}
