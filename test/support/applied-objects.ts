import type { Blueprint } from '../../lib/blueprint/blueprint';
import { resourcesOf } from './templates';

/** An object that a stack of EKS applies, and the resource that it is in. */
export interface AppliedObject {
  readonly resource: string;
  /** Characters of that resource's objects. */
  readonly size: number;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly object: unknown;
}

interface Plain {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** All of them; references are in angle brackets, and other values that are known at deployment are a word. */
export function appliedObjects(blueprint: Blueprint): AppliedObject[] {
  return Object.entries(resourcesOf(blueprint)).flatMap(([resource, { Type, Properties }]) => {
    if (Type !== 'Custom::AWSCDK-EKS-KubernetesResource') return [];
    const text = textOf(Properties.Manifest);
    return (JSON.parse(text) as Plain[]).map((object) => ({
      resource,
      size: text.length,
      group: object.apiVersion.split('/').slice(0, -1).join(),
      kind: object.kind,
      namespace: object.metadata.namespace ?? '',
      name: object.metadata.name,
      object,
    }));
  });
}

function textOf(manifest: unknown): string {
  if (typeof manifest === 'string') return manifest;
  const { 'Fn::Join': join } = manifest as { readonly 'Fn::Join': readonly [string, readonly unknown[]] };
  return join[1].map((part) => (typeof part === 'string' ? part : referenceText(part))).join(join[0]);
}

function referenceText(part: unknown): string {
  const { Ref: reference } = part as { readonly Ref?: string };
  return reference === undefined ? 'known-at-deployment' : `<${reference}>`;
}
