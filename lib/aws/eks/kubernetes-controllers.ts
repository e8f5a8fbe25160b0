import { Duration, Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { requestsOf } from '../../conventions/system-pods';
import {
  CONTROLLER_ACCOUNTS,
  type ControllerAccount,
  type ControllerChart,
  chartsFor,
  GATEWAY_API,
  GATEWAY_CHART,
  type Place,
} from './controller-charts';
import { acknowledgeLoadBalancers, allowAutoscaling, allowLogs } from './controller-permissions';
import { PodIdentity } from './pod-identity';
import { workloadLogGroupName } from './workload-logs';

/** Charts are small, nodes may be slow to start. */
const TIMEOUT = Duration.minutes(10);

/** The last that asks for no listener sets, which the chart with the objects of Gateway API does not have yet. */
const LOAD_BALANCERS = eks.AlbControllerVersion.V3_1_0;

export interface ControllersProps {
  readonly blueprint: Blueprint;
  /** Groups of the objects that controllers have to answer. */
  readonly apiGroups: ReadonlySet<string>;
  /** What charts need to start. */
  readonly ready: readonly Construct[];
}

/**
 * What has to run in a cluster before objects of a chart mean anything: who makes load balancers and Secrets, scales
 * pods by queues and nodes by pods, ships logs and reads monitors.
 */
export class Controllers extends Construct {
  private readonly roles: ReadonlyMap<ControllerAccount, iam.Role>;

  constructor(
    scope: Construct,
    private readonly cluster: eks.Cluster,
    private readonly props: ControllersProps,
  ) {
    super(scope, 'Controllers');
    const charts = chartsFor(props.blueprint, props.apiGroups);
    const identities = new Map(charts.flatMap(({ account }) => (account === undefined ? [] : [[account, this.identity(account)]])));
    this.roles = new Map([...identities].map(([account, { role }]) => [account, role]));
    const place = this.place();
    const installed = charts.map((chart) => this.install(chart, place, identities));
    // It looks for the kinds of Gateway API once, when it starts.
    this.loadBalancers().node.addDependency(...installed.filter(({ node }) => node.id === GATEWAY_CHART));
    allowAutoscaling(this.roleOf('cluster-autoscaler'), place.clusterName);
    allowLogs(this.roleOf('fluent-bit'), place.logGroupOf('*'));
  }

  /** The role of a controller that this cluster has. */
  roleOf(account: ControllerAccount): iam.Role {
    const role = this.roles.get(account);
    if (role === undefined) throw new Error(`no controller ${account} in this cluster`);
    return role;
  }

  private place(): Place {
    const { stackName, region } = Stack.of(this);
    return {
      clusterName: stackName,
      namespace: this.props.blueprint.stackName,
      region,
      logGroupOf: (container) => workloadLogGroupName(this, container),
    };
  }

  private identity(account: ControllerAccount): PodIdentity {
    const id = account.replace(/(^|-)([a-z])/g, (_match, _hyphen, letter: string) => letter.toUpperCase());
    return new PodIdentity(this, `${id}Identity`, { cluster: this.cluster, ...CONTROLLER_ACCOUNTS[account] });
  }

  private install(
    { id, account, chart, repository, version, namespace, values }: ControllerChart,
    place: Place,
    identities: ReadonlyMap<ControllerAccount, PodIdentity>,
  ): eks.HelmChart {
    const release = new eks.HelmChart(this, id, {
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
    release.node.addDependency(...this.props.ready);
    // Pods get their role when they start, and not later.
    const identity = account === undefined ? undefined : identities.get(account);
    if (identity !== undefined) release.node.addDependency(identity);
    return release;
  }

  private loadBalancers(): eks.AlbController {
    const controller = new eks.AlbController(this, 'LoadBalancers', {
      cluster: this.cluster,
      version: LOAD_BALANCERS,
      repository: 'public.ecr.aws/eks/aws-load-balancer-controller',
      additionalHelmChartValues: {
        replicaCount: 2,
        resources: requestsOf('aws-load-balancer-controller'),
        controllerConfig: { featureGates: { ALBGatewayAPI: this.props.apiGroups.has(GATEWAY_API), NLBGatewayAPI: false } },
      },
    });
    controller.node.addDependency(...this.props.ready);
    acknowledgeLoadBalancers(controller);
    return controller;
  }
}
