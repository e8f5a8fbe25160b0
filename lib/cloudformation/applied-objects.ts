import { isPlainObject } from '../io/plain-object';
import type { TemplateResource } from './template-resource';

/** Type of the CDK whose handler applies Kubernetes objects to an EKS cluster. */
export const APPLIED_OBJECTS = 'Custom::AWSCDK-EKS-KubernetesResource';

/** An object of Kubernetes. */
export type AppliedObject = Readonly<Record<string, unknown>>;

/** The objects that a resource of the CDK applies to an EKS cluster; undefined when the template does not state them. */
export function appliedObjectsOf({
  properties: { Manifest: manifest },
}: Pick<TemplateResource, 'properties'>): readonly AppliedObject[] | undefined {
  const text = typeof manifest === 'string' ? manifest : joined(manifest);
  try {
    const parsed: unknown = text === undefined ? undefined : JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isPlainObject) : undefined;
  } catch {
    return undefined;
  }
}

/** References are inside of JSON strings: replacing them by a word keeps the JSON valid. */
function joined(value: unknown): string | undefined {
  const join = isPlainObject(value) ? value['Fn::Join'] : undefined;
  if (!Array.isArray(join) || !Array.isArray(join[1])) return undefined;
  return join[1].map((part: unknown) => (typeof part === 'string' ? part : 'known-at-deployment')).join(String(join[0]));
}
