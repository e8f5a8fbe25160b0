import type { ManifestObject } from '../../manifests/manifest-object';
import { OPERATOR_RESOURCES } from './operator-resources';

/** Groups of the Kubernetes API itself, which have a domain in their names. Source: Kubernetes API reference, "API Groups". */
const BUILT_IN = new Set(
  [
    ...['networking', 'rbac.authorization', 'storage', 'apiextensions', 'admissionregistration', 'scheduling', 'coordination'],
    ...['discovery', 'node', 'events', 'flowcontrol.apiserver', 'certificates', 'authentication', 'authorization', 'resource', 'metrics'],
    ...['gateway.networking', 'snapshot.storage', 'apiregistration', 'policy.networking', 'custom.metrics', 'external.metrics'],
    ...['autoscaling', 'kustomize.config', 'storagemigration', 'internal.apiserver'],
  ].map((name) => `${name}.k8s.io`),
);

/** Groups of custom resources that run no part of a system. */
const SUPPORTING = new Set([
  ...['monitoring.coreos.com', 'external-secrets.io', 'cert-manager.io', 'acme.cert-manager.io', 'gateway.k8s.aws', 'elbv2.k8s.aws'],
  ...['karpenter.k8s.aws', 'bitnami.com', 'networking.istio.io', 'security.istio.io', 'cilium.io', 'secrets-store.csi.x-k8s.io'],
  ...['traefik.io', 'traefik.containo.us', 'kyverno.io', 'velero.io', 'barmancloud.cnpg.io', 'kustomize.toolkit.fluxcd.io'],
  ...['snapscheduler.backube', 'vpcresources.k8s.aws', 'projectcalico.org', 'crd.projectcalico.org', 'gateway.networking.x-k8s.io'],
]);
/** Custom resources that are read with the resource that they belong to, or that configure one. */
const BELONGING = new Set([
  ...['keda.sh/ScaledObject', 'keda.sh/TriggerAuthentication', 'keda.sh/ClusterTriggerAuthentication', 'argoproj.io/Rollout'],
  ...['argoproj.io/AnalysisTemplate', 'argoproj.io/ClusterAnalysisTemplate', 'argoproj.io/AppProject'],
]);
/** Kinds of the groups of known operators that configure a server: users, backups, exchanges. */
const CONFIGURING =
  /^(?:Pooler|Backup|ScheduledBackup|User|Database|Grant|Queue|Exchange|Binding|Policy|Vhost|Permission|Connection|SqlJob|Restore|Publication|Subscription|ImageCatalog|ClusterImageCatalog)$|(?:Backup|Restore)s?$/;

const KNOWN_GROUPS = new Set([...OPERATOR_RESOURCES.keys()].map((key) => key.slice(0, key.indexOf('/'))));

/** Whether an object is a custom resource that may run a part of the system, and that no reader knows. */
export function isUnknownResource({ group, kind }: Pick<ManifestObject, 'group' | 'kind'>): boolean {
  if (!group.includes('.') || BUILT_IN.has(group) || SUPPORTING.has(group) || BELONGING.has(`${group}/${kind}`)) return false;
  return !OPERATOR_RESOURCES.has(`${group}/${kind}`) && !(KNOWN_GROUPS.has(group) && CONFIGURING.test(kind));
}
