import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import type { ServiceConnectProxy } from '../../blueprint/resolved-component';
import { MIB_PER_GIB } from '../../core/data-size';
import { acknowledge } from '../acknowledge';
import type { EcsContext } from '../build-context';
import { containerLogs } from '../ecs/container-logs';
import { cpuUnitsOf } from '../ecs/cpu-units';
import { namedPort } from '../ecs/named-port';
import { NodePool } from '../ecs/node-pool';
import { startAfterPermissions } from '../ecs/start-after-permissions';
import { sizeWithProxy } from '../ecs/task-definition';
import { portName } from '../ecs/task-network';
import { DATA_PATH } from './data-volume';

/**
 * Address at which containers of a host reach published ports of each other: the gateway of the default Docker bridge. The
 * security group of the host opens none of these ports.
 */
export const HOST_FROM_CONTAINER = '172.17.0.1';

/** Properties of DataContainer. */
interface DataContainerProps {
  /** Component id. */
  readonly id: string;
  /** Id of the node pool that it runs on. */
  readonly pool: string;
  /** Image with its tag. */
  readonly image: string;
  /** Folder inside the container that is on the data volume. */
  readonly dataFolder: string;
  /** Port of the server. */
  readonly port: number;
  /** Memory limit. */
  readonly memoryGib: number;
  /** Reserved vCPU. Default: none. */
  readonly vcpu?: number;
  /** Command. Default: that of the image. */
  readonly command?: string[];
  /** Environment variables. Default: none. */
  readonly environment?: Record<string, string>;
  /** Environment variables from secrets. Default: none. */
  readonly secrets?: Record<string, ecs.Secret>;
  /**
   * Proxy of Service Connect, through which services on other instances reach it by name over HTTP. Default: none; only
   * containers on the same host reach it, at the address of the host.
   */
  readonly proxy?: ServiceConnectProxy;
}

/** A data store in a container, with its data on the data volume of the instance. */
export class DataContainer extends Construct {
  /** The ECS service. */
  readonly service: ecs.Ec2Service;

  constructor(scope: Construct, id: string, props: DataContainerProps, { built, cluster }: EcsContext) {
    super(scope, id);
    const { proxy } = props;
    const named = proxy !== undefined;
    const memoryMib = Math.round(props.memoryGib * MIB_PER_GIB);
    const task = new ecs.Ec2TaskDefinition(this, 'Task', { networkMode: ecs.NetworkMode.BRIDGE });
    task.addVolume({ name: 'data', host: { sourcePath: `${DATA_PATH}/${props.id}` } });
    const container = task.addContainer(props.id, {
      image: ecs.ContainerImage.fromRegistry(props.image),
      ...(props.command === undefined ? {} : { command: props.command }),
      environment: { ...props.environment },
      secrets: props.secrets ?? {},
      memoryLimitMiB: memoryMib,
      ...(props.vcpu === undefined ? {} : { cpu: cpuUnitsOf(props.vcpu) }),
      portMappings: [named ? namedMapping(props.port) : { containerPort: props.port, hostPort: props.port }],
      logging: containerLogs(this, props.id),
    });
    container.addMountPoints({ sourceVolume: 'data', containerPath: props.dataFolder, readOnly: false });
    if (proxy !== undefined) sizeWithProxy(task, { vcpu: props.vcpu ?? 0, memoryMib }, proxy);
    const service = new ecs.Ec2Service(this, 'Service', {
      cluster: cluster.cluster,
      taskDefinition: task,
      capacityProviderStrategies: [{ capacityProvider: built(props.pool, NodePool).capacityProvider.capacityProviderName, weight: 1 }],
      desiredCount: 1,
      // Two servers on the same files would corrupt them: the old one stops before the new one starts.
      minHealthyPercent: 0,
      maxHealthyPercent: 100,
      // ECS refuses the maximum above with rebalancing, which it enables for new services.
      availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.DISABLED,
      circuitBreaker: { enable: true, rollback: true },
      ...(named
        ? {
            serviceConnectConfiguration: {
              namespace: cluster.namespace,
              services: [namedPort(props.id, props.port)],
            },
          }
        : {}),
    });
    service.node.addDependency(cluster.cluster);
    startAfterPermissions(service);
    this.service = service;
    acknowledge(task, { ECS2: 'Environment variables contain no secrets; passwords come from Secrets Manager.' });
  }
}

function namedMapping(port: number): ecs.PortMapping {
  return { containerPort: port, name: portName(port), appProtocol: ecs.AppProtocol.http };
}
