import { Duration, Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { Construct, type IDependable } from 'constructs';
import type { ResolvedOptions } from '../../blueprint/blueprint';
import type { ComponentOf } from '../build-context';
import { recordNameOf } from '../network/zone-name';
import { output } from '../outputs';

/** Time in which the controller must create the load balancer. The function that reads the address runs for at most 15 minutes. */
const TIMEOUT = Duration.minutes(10);

/** Where an object of an entry has the address of its load balancer. Source: Gateway API and Kubernetes API references. */
const ADDRESSES = {
  gateway: { objectType: 'gateways.gateway.networking.k8s.io', jsonPath: '.status.addresses[0].value' },
  ingress: { objectType: 'ingresses.networking.k8s.io', jsonPath: '.status.loadBalancer.ingress[0].hostname' },
} as const;

/** Properties of EntryName. */
export interface EntryNameProps {
  /** The load balancer. */
  readonly component: ComponentOf<'load-balancer'>;
  /** The hosted zone of the name. */
  readonly hostedZone: route53.IHostedZone;
  /** The cluster with the objects of the load balancer. */
  readonly cluster: eks.Cluster;
  /** Namespace of the objects. */
  readonly namespace: string;
  /** Kind of the objects. Default: Gateways. */
  readonly entry: ResolvedOptions['entry'];
  /** The applied objects of the load balancer and of the service behind it, without which it is not created. */
  readonly objects: readonly IDependable[];
}

/**
 * A name in a hosted zone for a load balancer that a controller of the cluster creates. The deployment reads its address from the
 * cluster, and again when the object has another kind or name.
 */
export class EntryName extends Construct {
  constructor(scope: Construct, { component, hostedZone, cluster, namespace, entry = 'gateway', objects }: EntryNameProps) {
    super(scope, 'Name');
    const address = new eks.KubernetesObjectValue(this, 'Address', {
      cluster,
      objectName: component.id,
      objectNamespace: namespace,
      timeout: TIMEOUT,
      ...ADDRESSES[entry],
    });
    address.node.addDependency(...objects);
    const record = new route53.CnameRecord(this, 'Record', {
      zone: hostedZone,
      recordName: recordNameOf(component.id, Stack.of(this)),
      domainName: address.value,
    });
    output(scope, 'Domain', record.domainName, `Domain name of ${component.id}`);
  }
}
