import { Duration, Stack } from 'aws-cdk-lib';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { requestsOf } from '../../conventions/system-pods';
import {
  type ChartContext,
  CONTROLLER_ACCOUNTS,
  type ControllerAccount,
  type ControllerChart,
  chartsFor,
  GATEWAY_API,
  GATEWAY_CHART,
} from './controller-charts';
import { acknowledgeLoadBalancers, allowAutoscaling, allowLogs } from './controller-permissions';
import { PodIdentity } from './pod-identity';
import { workloadLogGroupName } from './workload-logs';

/** Timeout of a Helm release; nodes may be slow to start. */
const TIMEOUT = Duration.minutes(10);

/** The latest version that does not require ListenerSets, which the Gateway API chart does not yet contain. */
const LOAD_BALANCERS = eks.AlbControllerVersion.V3_1_0;

/** Properties of Controllers. */
interface ControllersProps {
  /** The blueprint of the stack. */
  readonly blueprint: Blueprint;
  /** API groups of the objects of the chart. */
  readonly apiGroups: ReadonlySet<string>;
  /** Constructs that releases depend on. */
  readonly ready: readonly Construct[];
}

/**
 * Controllers that the objects of a chart require: for load balancers, Secrets, scaling of pods and nodes, logs and
 * monitoring.
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
    const chartContext = this.chartContext();
    const installed = charts.map((chart) => this.install(chart, chartContext, identities));
    // The controller looks for the custom resource definitions of Gateway API only at start.
    this.loadBalancers().node.addDependency(...installed.filter(({ node }) => node.id === GATEWAY_CHART));
    allowAutoscaling(this.roleOf('cluster-autoscaler'), chartContext.clusterName);
    allowLogs(this.roleOf('fluent-bit'), chartContext.logGroupOf('*'));
  }

  /** The IAM role of a controller. Throws an Error for a controller that is not installed. */
  roleOf(account: ControllerAccount): iam.Role {
    const role = this.roles.get(account);
    if (role === undefined) throw new Error(`no controller ${account} in this cluster`);
    return role;
  }

  private chartContext(): ChartContext {
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
    chartContext: ChartContext,
    identities: ReadonlyMap<ControllerAccount, PodIdentity>,
  ): eks.HelmChart {
    const release = new eks.HelmChart(this, id, {
      cluster: this.cluster,
      chart,
      release: chart,
      repository,
      version,
      namespace,
      values: values(chartContext),
      wait: true,
      timeout: TIMEOUT,
    });
    release.node.addDependency(...this.props.ready);
    // Pods get their role at start, so the role must exist before.
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
