import { Duration, Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Blueprint } from '../blueprint';
import { acknowledge } from './acknowledge';
import { CONTROLLERS, type Controller, type Place } from './controller-charts';
import { acknowledgeLoadBalancerController } from './load-balancer-controller';
import { workloadLogGroupName } from './workload-logs';

/** Charts are small, nodes may be slow to start. */
const TIMEOUT = Duration.minutes(10);

const SYSTEM = 'kube-system';

/** What one controller has: an account, and as its role what that role may do. */
type Roles = Readonly<Record<'external-secrets' | 'keda' | 'cluster-autoscaler' | 'fluent-bit', iam.Role>>;

/**
 * What has to run in a cluster before objects of a chart mean anything: who makes load balancers and Secrets, scales
 * pods by queues and nodes by pods, ships logs and reads monitors. Each chart has a version that was looked up.
 */
export class Controllers extends Construct {
  readonly roles: Roles;

  constructor(
    scope: Construct,
    private readonly cluster: eks.Cluster,
    private readonly blueprint: Blueprint,
    identity: (scope: Construct, namespace: string, serviceAccount: string) => iam.Role,
  ) {
    super(scope, 'Controllers');
    const place: Place = { blueprint, clusterName: Stack.of(this).stackName, region: Stack.of(this).region };
    const charts = new Map(
      CONTROLLERS.filter(({ wanted }) => wanted?.(blueprint) ?? true).map((controller) => [controller.id, this.install(controller, place)]),
    );
    const loadBalancers = this.loadBalancers();
    const gateway = charts.get('GatewayApi');
    if (gateway !== undefined) loadBalancers.node.addDependency(gateway);
    this.roles = this.makeRoles(identity);
  }

  private install({ id, chart, repository, version, namespace = SYSTEM, values }: Controller, place: Place): eks.HelmChart {
    return new eks.HelmChart(this, id, {
      cluster: this.cluster,
      chart,
      release: chart,
      repository,
      version,
      namespace,
      values: values(place),
      wait: true,
      timeout: TIMEOUT,
    });
  }
}
