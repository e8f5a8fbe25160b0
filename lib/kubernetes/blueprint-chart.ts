import { type App, Chart } from 'cdk8s';
import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../blueprint/blueprint';
import type { ResolvedComponent } from '../blueprint/resolved-component';
import { declarationOf } from '../contract/declaration';
import { DECLARATION_FILE, DECLARATION_KEY } from '../contract/key';
import { addMonitoring } from './alerts/monitoring';
import { type BuildContext, type ComponentKind, type ComponentOf, type Dependency, isDependency } from './build-context';
import type { ContainerImages } from './container-images';
import { NetworkPaths } from './entry/network-paths';
import { type Labels, labelsOf, sharedLabels } from './labels';
import { BUILD_ORDER, BUILDERS, type Builder } from './registry';
import { External } from './service/external';
import { addPriorityClasses } from './service/priority';
import { Service } from './service/service';

/** Uninstalling the Helm release keeps the namespace and its volumes, which must be deleted manually. */
const KEEP_ON_UNINSTALL = { 'helm.sh/resource-policy': 'keep' } as const;

/**
 * Makes pods of the namespace ready only when they are healthy in their target groups. Without the AWS Load Balancer
 * Controller, the label has no effect.
 */
const READINESS_GATE = 'elbv2.k8s.aws/pod-readiness-gate-inject';

/** Name and key of the ConfigMap with the declaration for the estimate: usage that no object contains. */
const DECLARATION = { name: DECLARATION_KEY, key: DECLARATION_FILE } as const;

/**
 * A blueprint as charts. Each chart is a file: `00-namespace`, the objects that components share, one file for each
 * component with objects, and monitoring. Names begin with the order in which the files are applied.
 */
export class BlueprintCharts {
  private readonly components = new Map<string, Construct>();

  constructor(
    private readonly app: App,
    private readonly blueprint: Blueprint,
    images: ContainerImages,
  ) {
    const paths = new NetworkPaths();
    const context: BuildContext = {
      blueprint,
      images,
      paths,
      built: (id, type) => this.built(id, type),
      dependency: (id) => this.dependency(id),
    };
    this.addNamespace();
    const shared = this.chart('10-shared', sharedLabels(blueprint));
    for (const kind of BUILD_ORDER) {
      for (const component of Object.values(blueprint.components)) {
        if (component.kind === kind) this.add(component, context);
      }
    }
    this.connectServices();
    addMonitoring(this.chart('70-monitoring', sharedLabels(blueprint)), context);
    this.declare(shared);
    paths.build(shared);
  }

  /**
   * Connects services with their dependencies after all components are built. A dependency that no service lists in `uses`
   * is available to all services.
   */
  private connectServices(): void {
    const services = [...this.components.values()].filter((construct) => construct instanceof Service);
    const used = new Set(services.flatMap(({ component }) => component.uses));
    const sharedExternals = [...this.components.values()].filter(
      (construct) => construct instanceof External && !used.has(construct.node.id),
    );
    for (const service of services) {
      service.connect();
      for (const external of sharedExternals) if (isDependency(external)) external.serve(service);
    }
  }

  private addNamespace(): void {
    const { stackName } = this.blueprint;
    const chart = this.chart('00-namespace', sharedLabels(this.blueprint), true);
    addPriorityClasses(chart, this.blueprint);
    new k8s.KubeNamespace(chart, 'Namespace', {
      metadata: {
        name: stackName,
        annotations: { ...KEEP_ON_UNINSTALL },
        labels: {
          'pod-security.kubernetes.io/enforce': 'restricted',
          'pod-security.kubernetes.io/warn': 'restricted',
          [READINESS_GATE]: 'enabled',
        },
      },
    });
  }

  private declare(shared: Chart): void {
    new k8s.KubeConfigMap(shared, 'Declaration', {
      metadata: { name: DECLARATION.name },
      data: { [DECLARATION.key]: `${JSON.stringify(declarationOf(this.blueprint), null, 2)}\n` },
    });
  }

  private chart(name: string, labels: Labels, clusterWide = false): Chart {
    return new Chart(this.app, name, {
      labels: { ...labels },
      disableResourceNameHashes: true,
      ...(clusterWide ? {} : { namespace: this.blueprint.stackName }),
    });
  }

  private add(component: ResolvedComponent, context: BuildContext): void {
    const { order, clusterWide = false } = BUILDERS[component.kind];
    const chart = this.chart(`${order}-${component.id}`, labelsOf(this.blueprint, component.id), clusterWide);
    this.components.set(component.id, buildComponent(component.kind, chart, component, context));
  }

  private built<T extends Construct>(id: string, type: new (...args: never[]) => T): T {
    const construct = this.components.get(id);
    if (construct instanceof type) return construct;
    throw new Error(`component ${id} is not a ${type.name} that was built before`);
  }

  private dependency(id: string): Dependency | undefined {
    const construct = this.components.get(id);
    return construct !== undefined && isDependency(construct) ? construct : undefined;
  }
}

function buildComponent<Kind extends ComponentKind>(kind: Kind, scope: Construct, component: ComponentOf<Kind>, context: BuildContext) {
  const builder: Builder<Kind> = BUILDERS[kind];
  return builder.build(scope, component, context);
}
