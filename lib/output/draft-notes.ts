import type { DraftNote, ExampleDemand, PartSize } from '../draft/draft-note';
import type { OmissionReason } from '../draft/part';

const OMISSIONS: Readonly<Record<OmissionReason, string>> = {
  proxy: 'the load balancer replaces the proxy',
  pooler: 'it pools connections, and the source does not state to which database',
  tool: 'a tool for operators or developers',
  unsupported:
    'no component kind describes it; add it as an external service with its price, or as a service if it may lose its data, because services have no volumes',
  profile: 'it has a profile, so it does not start by default',
  job: 'other services wait until it has ended, so it is a job',
  'no-replicas': 'it has no replicas',
  'every-node': 'it runs on every node',
  batch: 'a Job, a CronJob or a task, which runs and ends',
  'not-read': 'resources of its type are not read; add it if it runs a part of your system',
  'access-logs': 'it stores access logs, and a tier has a bucket for these',
  'unknown-type': 'its type is unknown; add it if it runs a part of your system',
  nodes: 'a node pool of the definition has the nodes that its components need',
  'without-target': 'the source does not contain the workload that it refers to',
  'unknown-kind': 'its kind is unknown; add it if it runs a part of your system',
};

/** Start of the note about operations, before an example. */
export const OPERATIONS_TO_FILL = 'To fill in: the operations of your users with their demands, such as';

/** The sentence of a note, without a period at its end. */
export function draftNoteText(note: DraftNote): string {
  switch (note.kind) {
    case 'example':
      return 'An example: replace components, sizes and users by those of your system';
    case 'demands-to-measure':
      return 'Amounts and demands are examples to measure, for instance with a load test and `npx sizing fit`';
    case 'operations-to-fill':
      return `${OPERATIONS_TO_FILL} requests: { name: 'request', kind: 'event', counts: 'http-requests', demands: [${note.demands.map(demandText).join(', ')}] }`;
    case 'users-to-fill':
      return 'To fill in: the users with an open session at the busiest time';
    case 'size-assumed':
      return `${note.component}: ${andList(note.fields)} ${note.fields.length === 1 ? 'is an example' : 'are examples'}, because the source has none`;
    case 'burstable-assumed':
      return `${note.component}: burstable classes are allowed, because the source states ${note.vcpu === 0 ? 'no vCPU' : `${note.vcpu} vCPU`}; remove burstable for a constant load`;
    case 'connections-assumed':
      return `${note.component}: 10 database connections per instance are an assumption`;
    case 'http-assumed':
      return `${note.component}: ${note.ports.length === 1 ? 'port' : 'ports'} ${andList(note.ports.map(String))} assumed to be HTTP`;
    case 'uses-omitted':
      return `${note.component}: no connection to ${andList(note.services)}, of which the source has no port; if there is one, add the port there and the service to \`uses\``;
    case 'ports-omitted':
      return `${note.component}: ${note.ports.length === 1 ? 'port' : 'ports'} ${andList(note.ports.map(String))} left out, because the source does not make them public and a load balancer would`;
    case 'health-path-missing':
      return `${note.component}: add healthPath, a path that answers 200 while the service is healthy`;
    case 'consumer-assumed':
      return `${note.component}: assumed to process the messages of ${note.queue}, because it has no ports`;
    case 'consumer-unknown':
      return `${note.component}: uses the queue ${note.queue}; if it processes the messages, add worksOn: ${note.queue}`;
    case 'pooler-as-proxy':
      return `${note.component}: PgBouncer of the source becomes pooler: rds-proxy, which is PgBouncer for PostgreSQL in a cluster`;
    case 'broker-as-queue':
      return `${note.component}: the message broker becomes a queue, which is SQS on AWS: clients need its protocol`;
    case 'messages-unknown':
      return `${note.component}: the source does not state how many messages there are, so the queue has no price and the estimate of the tier is incomplete until the workload states its messages`;
    case 'other-entries':
      return `${andList(note.others)}: open to users in the source, but the load balancer leads to ${note.component} alone`;
    case 'host-proxy-assumed':
      return `${note.component}: the source publishes ${note.ports.length === 1 ? 'port' : 'ports'} ${andList(note.ports.map(String))} on the host alone, so a reverse proxy on the host is assumed, which the load balancer replaces`;
    case 'entry-missing':
      return 'No service has a port for users, so there is no load balancer';
    case 'entry-without-tcp':
      return `${note.component}: public by UDP alone; a load balancer needs a TCP port for its health checks, so add one with a load balancer that leads to ${note.component}`;
    case 'gpu-model-assumed':
      return `${note.component}: the source does not state the GPU model, so \`gpu.default\` of the tier is ${note.model}`;
    case 'gpus-assumed':
      return `${note.component}: the source does not state the number of GPUs, so it reserves 1`;
    case 'settings-not-read':
      return `${note.component}: settings outside the source (env_file, a Secret or a ConfigMap) were not read, so connections may be missing in uses`;
    case 'value-unknown':
      return `${note.component}: ${note.field} is ${note.value}, which only the environment defines`;
    case 'count-assumed':
      return `${note.component}: the source does not set ${note.field}; one server is assumed, and the operator may have another default`;
    case 'instances-assumed':
      return `${note.component}: one instance is assumed, because the source states no number of instances`;
    case 'not-read':
      return `${note.component}: ${andList(note.fields)} of the source ${note.fields.length === 1 ? 'is' : 'are'} not in the definition`;
    case 'size-without-field':
      return `${note.component}: the source states ${sizeText(note.size)}, and a component of its kind has no field for this`;
    case 'members':
      return `${note.component}: ${andList(note.members.map((member) => `${member.name} (${sizeText({ ...member, instances: { min: member.instances, max: member.instances } })})`))} of the source ${note.members.length === 1 ? 'belongs to it and has' : 'belong to it and have'} no component`;
    case 'replication-assumed':
      return note.isStandby
        ? `${note.component}: ${note.servers} servers of the source become a standby (multiAz: true) and readReplicas: ${note.readReplicas}, because nothing connects to a read endpoint`
        : `${note.component}: ${note.servers} servers of the source become readReplicas: ${note.readReplicas}; if one of them is only a standby, set multiAz: true and one read replica less`;
    case 'outside-hosts':
      return `${note.component}: ${andList(note.hosts)} ${note.hosts.length === 1 ? 'is' : 'are'} outside the source; add a component for each part of your system there, and list it in uses`;
    case 'cache-assumed':
      return `${note.component}: assumed to be a cache; if it holds jobs, make it a queue (kind: queue), or add one`;
    case 'offload-assumed':
      return `${note.component}: the source does not state which share of the traffic it serves; offloadShare is 0.4 by default`;
    case 'fargate':
      return `Fargate in the source: ${andList(note.components)}; a tier has one compute for all services: set compute: fargate in the definition to run them on Fargate`;
    case 'requests-as-vcpu':
      return 'vcpu is the CPU request of a pod in the source; manifests that are made from the definition request 84% of vcpu';
    case 'renamed':
      return `${note.component}: the source calls it ${note.name}`;
    case 'omitted':
      return `${note.name}${note.size === undefined ? '' : ` (${sizeText(note.size)})`} is not in the definition: ${OMISSIONS[note.reason]}`;
  }
}

function demandText({ component, seconds }: ExampleDemand): string {
  return `{ component: '${component}', resource: 'processor', amount: 1, seconds: ${seconds} }`;
}

/** `2–4 instances, 0.5 vCPU, 1 GiB of memory`: each amount is that of one instance. */
function sizeText({ instances, vcpu, memoryGib, storageGib }: PartSize): string {
  const count =
    instances === undefined ? undefined : instances.min === instances.max ? `${instances.min}` : `${instances.min}–${instances.max}`;
  const sizes = [
    ...(count === undefined ? [] : [`${count} ${count === '1' ? 'instance' : 'instances'}`]),
    ...(vcpu === undefined ? [] : [`${vcpu} vCPU`]),
    ...(memoryGib === undefined ? [] : [`${memoryGib} GiB of memory`]),
    ...(storageGib === undefined ? [] : [`a volume of ${storageGib} GiB`]),
  ];
  return andList(sizes);
}

/** `a, b and c`. */
export function andList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
