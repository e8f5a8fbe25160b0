import { MIB_PER_GIB } from '../core/data-size';
import type { Service } from '../model/service';
import { fargateSize } from '../selection/fargate-size';
import { poolOf, type Resolving } from './context';
import type { ResolvedService, ServiceConnectProxy } from './resolved-component';
import { serviceConnectProxy } from './service-connect';

/** A node pool of the tier, which could run the service too. */
function anyPool({ tier }: Resolving): string | undefined {
  return Object.keys(tier.components).find((id) => tier.components[id]?.kind === 'node-pool');
}

/** Resolves a service: its size and its node pool. */
export function resolveService(id: string, service: Service, resolving: Resolving): ResolvedService {
  const { min, expected = min, max } = service.instances;
  const pool = poolOf(resolving, id);
  const proxy = serviceConnectProxy(id, resolving);
  if (pool === undefined && resolving.options.compute === 'ec2') {
    const other = anyPool(resolving);
    resolving.problems.push({
      path: `components.${id}`,
      reason: 'is in no node pool',
      expected: `a node pool that runs the service, such as ${
        other === undefined ? `nodes: { kind: node-pool, runs: [${id}] }` : `${other} with ${id} in \`runs\``
      }${resolving.options.platform === 'ecs' ? ', or compute=fargate' : ''}`,
    });
  }
  return {
    kind: 'service',
    id,
    instances: { min, expected, max },
    ...(pool === undefined ? onFargate(id, service, resolving, proxy) : onMachines(service)),
    ...(proxy === undefined ? {} : { proxy }),
    workers: service.workers ?? 1,
    ports: service.ports,
    ...(service.healthPath === undefined ? {} : { healthPath: service.healthPath }),
    gpus: service.gpus,
    scratchGib: service.scratchGib,
    ...(pool === undefined ? {} : { pool }),
    scaling: service.scaling,
    uses: service.uses,
    ...(service.worksOn === undefined ? {} : { worksOn: service.worksOn }),
    databasePool: service.databasePool,
  };
}

type TaskSize = Pick<ResolvedService, 'vcpu' | 'memoryMib'>;

function onMachines(service: Service): TaskSize {
  return { vcpu: service.vcpu, memoryMib: Math.round(service.memoryGib * MIB_PER_GIB) };
}

/** The smallest Fargate size that holds the container and its proxy; the container gets all of it but the share of the proxy. */
function onFargate(id: string, service: Service, resolving: Resolving, proxy: ServiceConnectProxy = { vcpu: 0, memoryMib: 0 }): TaskSize {
  const size = fargateSize(service.vcpu + proxy.vcpu, service.memoryGib + proxy.memoryMib / MIB_PER_GIB);
  if (size !== undefined) return { vcpu: size.vcpu - proxy.vcpu, memoryMib: size.memoryMib - proxy.memoryMib };
  const reasonOfProxy = proxy.vcpu > 0 ? ` with ${proxy.vcpu} vCPU and ${proxy.memoryMib} MiB for the Service Connect proxy` : '';
  resolving.problems.push({
    path: `components.${id}`,
    reason: `requires ${service.vcpu} vCPU and ${service.memoryGib} GiB${reasonOfProxy}`,
    expected: 'at most 16 vCPU and 120 GiB on Fargate, or compute=ec2',
  });
  return onMachines(service);
}
