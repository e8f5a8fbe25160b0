import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { InClusterStore } from './in-cluster-store';
import { type KubernetesObject, type ObjectFile, partOf } from './kubernetes-objects';
import { PodIdentity } from './pod-identity';

/**
 * Kinds that `kubectl apply --prune` takes away by itself when they are no longer applied, and that our charts have.
 * Source: kubectl, its list of types for pruning.
 */
const PRUNED_KINDS: ReadonlySet<unknown> = new Set([
  'ConfigMap',
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Ingress',
  'Job',
  'Service',
  'StatefulSet',
]);

/** Parts of a chart that are no component. */
const SHARED_PARTS: ReadonlySet<string> = new Set(['namespace', 'shared', 'monitoring']);

const CLUSTER = 'cluster';

/**
 * Applies objects through the stack: of each component those that kubectl prunes together, and each other kind apart, so
 * that what a smaller tier does not have is deleted with its resource. What resource an object is in never depends on
 * the tier: one that changed its resource would be deleted by the old one after the new one has applied it.
 */
export class AppliedObjects {
  /** What everything else waits for: the objects of the namespace. */
  private readonly first: eks.KubernetesManifest[] = [];

  constructor(
    private readonly stack: Stack,
    private readonly cluster: eks.Cluster,
    private readonly blueprint: Blueprint,
    private readonly ready: Construct,
  ) {}

  /** Objects of files, those of the namespace before all others. */
  apply(files: readonly ObjectFile[]): void {
    for (const file of [...files].sort((a, b) => Number(partOf(b) === 'namespace') - Number(partOf(a) === 'namespace'))) {
      const part = partOf(file);
      const group = SHARED_PARTS.has(part) ? this.below(this.scopeOf(CLUSTER), pascal(part)) : this.below(this.scopeOf(part), 'Objects');
      for (const [id, objects] of grouped(file.objects)) this.manifest(group, id, objects, part === 'namespace');
    }
  }

  /** Settings of what is used, as the ConfigMap that the objects of its users read. */
  applySettings(component: string, settings: ReadonlyMap<string, string>): void {
    const { stackName, system } = this.blueprint;
    const labels = {
      'app.kubernetes.io/component': component,
      'app.kubernetes.io/instance': stackName,
      'app.kubernetes.io/managed-by': 'sizing-blueprints',
      'app.kubernetes.io/name': component,
      'app.kubernetes.io/part-of': system.id,
    };
    const metadata = { name: `${component}-connection`, namespace: stackName, labels };
    this.manifest(this.scopeOf(component), 'Connection', [
      { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: Object.fromEntries(settings) },
    ]);
  }

  /** Objects of the whole cluster that charts count on. */
  applyShared(id: string, object: KubernetesObject): void {
    this.manifest(this.scopeOf(CLUSTER), id, [object]);
  }

  private manifest(scope: Construct, id: string, objects: readonly KubernetesObject[], isFirst = false): void {
    // Deleting a namespace, or a custom resource that an operator answers with servers, deletes volumes too.
    const holdsData = isFirst || scope.node.scope instanceof InClusterStore;
    const manifest = new eks.KubernetesManifest(scope, id, {
      cluster: this.cluster,
      // It writes the label for pruning into them.
      manifest: JSON.parse(JSON.stringify(objects)),
      overwrite: true,
      removalPolicy: holdsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // Pods get their role when they start, and not later.
    const identities = scope.node.scope?.node.children.filter((sibling) => sibling instanceof PodIdentity) ?? [];
    // What waits for the namespace waits for the controllers too.
    manifest.node.addDependency(...(isFirst || this.first.length === 0 ? [this.ready] : this.first), ...identities);
    if (isFirst) this.first.push(manifest);
  }

  private scopeOf(component: string): Construct {
    return this.below(this.stack, component);
  }

  private below(scope: Construct, id: string): Construct {
    return (scope.node.tryFindChild(id) as Construct | undefined) ?? new Construct(scope, id);
  }
}

function grouped(objects: readonly KubernetesObject[]): ReadonlyMap<string, readonly KubernetesObject[]> {
  const groups = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    const id = PRUNED_KINDS.has(object.kind) ? 'Pruned' : String(object.kind);
    groups.set(id, [...(groups.get(id) ?? []), object]);
  }
  return groups;
}

function pascal(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
