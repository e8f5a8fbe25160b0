import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { InClusterStore } from './in-cluster-store';
import { type KubernetesObject, type ObjectFile, partOf } from './kubernetes-objects';
import { PodIdentity } from './pod-identity';

/**
 * Kinds in the charts that `kubectl apply --prune` deletes when they are no longer applied. Source: kubectl, its default list
 * of types for pruning.
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

/** Parts of a chart that are not components. */
const SHARED_PARTS: ReadonlySet<string> = new Set(['namespace', 'shared', 'monitoring']);

const CLUSTER = 'cluster';

/**
 * Applies objects through resources of the stack: per component one resource for the kinds that kubectl prunes, and one for
 * each other kind, so that objects that a smaller tier does not have are deleted with their resource. The resource of an
 * object never depends on the tier: otherwise, the old resource would delete the object after the new one has applied it.
 */
export class AppliedObjects {
  /** Manifests with the namespace, which all other manifests depend on. */
  private readonly first: eks.KubernetesManifest[] = [];

  constructor(
    private readonly stack: Stack,
    private readonly cluster: eks.Cluster,
    private readonly blueprint: Blueprint,
    private readonly ready: Construct,
  ) {}

  /** Applies the objects of files, with the namespace first. */
  apply(files: readonly ObjectFile[]): void {
    for (const file of [...files].sort((a, b) => Number(partOf(b) === 'namespace') - Number(partOf(a) === 'namespace'))) {
      const part = partOf(file);
      const group = SHARED_PARTS.has(part) ? this.below(this.scopeOf(CLUSTER), pascal(part)) : this.below(this.scopeOf(part), 'Objects');
      for (const [id, objects] of grouped(file.objects)) this.manifest(group, id, objects, part === 'namespace');
    }
  }

  /** Applies a ConfigMap with connection settings of a component, which its clients read. */
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

  /** Applies a cluster-wide object that charts require. */
  applyShared(id: string, object: KubernetesObject): void {
    this.manifest(this.scopeOf(CLUSTER), id, [object]);
  }

  private manifest(scope: Construct, id: string, objects: readonly KubernetesObject[], isFirst = false): void {
    // Deleting a namespace, or a custom resource of an operator, also deletes volumes.
    const holdsData = isFirst || scope.node.scope instanceof InClusterStore;
    const manifest = new eks.KubernetesManifest(scope, id, {
      cluster: this.cluster,
      // A copy, because the CDK adds the label for pruning.
      manifest: JSON.parse(JSON.stringify(objects)),
      overwrite: true,
      removalPolicy: holdsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // Pods get their role at start, so the role must exist before.
    const identities = scope.node.scope?.node.children.filter((sibling) => sibling instanceof PodIdentity) ?? [];
    // Manifests that depend on the namespace also depend on the controllers.
    manifest.node.addDependency(...(isFirst || this.first.length === 0 ? [this.ready] : this.first), ...identities);
    if (isFirst) this.first.push(manifest);
  }

  /** The construct directly below the stack with the objects of a component. */
  scopeOf(component: string): Construct {
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
