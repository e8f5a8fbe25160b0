import type { KubernetesObject, ObjectFile } from './kubernetes-objects';

/** Annotation of an Ingress with the subnets of its load balancer. Source: AWS Load Balancer Controller, "Ingress annotations". */
const INGRESS_SUBNETS = 'alb.ingress.kubernetes.io/subnets';
/** Annotation of a Service with the subnets of its load balancer. Source: AWS Load Balancer Controller, "Service annotations". */
const SERVICE_SUBNETS = 'service.beta.kubernetes.io/aws-load-balancer-subnets';

/**
 * The objects with the subnets of their load balancers. Without them, the AWS Load Balancer Controller finds subnets by the tag
 * `kubernetes.io/role/elb`, which a stack cannot add to an existing VPC.
 */
export function withSubnets(file: ObjectFile, subnetIds: readonly string[]): ObjectFile {
  return { ...file, objects: file.objects.map((object) => inSubnets(object, subnetIds)) };
}

function inSubnets(object: KubernetesObject, subnetIds: readonly string[]): KubernetesObject {
  const { kind, spec } = object as { readonly kind: string; readonly spec?: Readonly<Record<string, unknown>> };
  if (kind === 'Ingress') return annotated(object, INGRESS_SUBNETS, subnetIds);
  if (kind === 'Service' && spec?.type === 'LoadBalancer') return annotated(object, SERVICE_SUBNETS, subnetIds);
  if (kind !== 'LoadBalancerConfiguration') return object;
  // Source: AWS Load Balancer Controller, "LoadBalancerConfiguration", SubnetConfiguration.
  return { ...object, spec: { ...spec, loadBalancerSubnets: subnetIds.map((identifier) => ({ identifier })) } };
}

function annotated(object: KubernetesObject, key: string, subnetIds: readonly string[]): KubernetesObject {
  const metadata = object.metadata as { readonly annotations?: Readonly<Record<string, string>> };
  return { ...object, metadata: { ...metadata, annotations: { ...metadata.annotations, [key]: subnetIds.join(',') } } };
}
