import type * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import type * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type * as docdb from 'aws-cdk-lib/aws-docdb';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecr from 'aws-cdk-lib/aws-ecr';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elasticache from 'aws-cdk-lib/aws-elasticache';
import type * as elb from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as rds from 'aws-cdk-lib/aws-rds';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { InputError, notOneOf } from '../core/problems';
import { Bucket } from './data/bucket';
import { Cache } from './data/cache';
import { Database } from './data/database';
import { DocumentStore } from './data/document-store';
import { Queue } from './data/queue';
import { NodePool } from './ecs/node-pool';
import { Service } from './ecs/service';
import { ApplicationLoadBalancer } from './network/application-load-balancer';
import { Cdn } from './network/cdn';
import { NetworkLoadBalancer } from './network/network-load-balancer';

/** Resources of a service on ECS. */
export interface ServiceParts {
  /** The ECS service. */
  readonly service: ecs.Ec2Service | ecs.FargateService;
  /** The task definition. */
  readonly taskDefinition: ecs.TaskDefinition;
  /** The container of the service, for more environment variables and secrets. */
  readonly container: ecs.ContainerDefinition;
  /** The ECR repository for its images. */
  readonly repository: ecr.IRepository;
  /** Role of the running service, for more permissions. */
  readonly role: iam.IRole;
  /** Security groups of the tasks, or of the instances that they run on. */
  readonly connections: ec2.Connections;
}

/** Resources of a node pool on ECS. */
export interface NodePoolParts {
  /** The Auto Scaling group. */
  readonly autoScalingGroup: autoscaling.AutoScalingGroup;
  /** The capacity provider, for other services of the cluster. */
  readonly capacityProvider: ecs.AsgCapacityProvider;
  /** Security group of the instances. */
  readonly connections: ec2.Connections;
}

/** Resources of a database on RDS. */
export interface DatabaseParts {
  /** The primary instance; in a standby region, the replica. */
  readonly instance: rds.DatabaseInstance | rds.DatabaseInstanceFromSnapshot | rds.DatabaseInstanceReadReplica;
  /** Secret with user name, password and address. */
  readonly secret: secretsmanager.ISecret;
  /** Read replicas of the same region. */
  readonly replicas: readonly rds.DatabaseInstanceReadReplica[];
  /** RDS Proxy; undefined for a database without one. */
  readonly proxy?: rds.DatabaseProxy;
  /** Security groups that clients connect to, on its default port: those of the proxy, or of the instance. */
  readonly connections: ec2.Connections;
  /** Allows a client, such as a function in the VPC, to connect to the servers and to read the credentials. */
  grantConnect(client: ec2.IConnectable & iam.IGrantable): iam.Grant;
}

/** Resources of a cache on ElastiCache. */
export interface CacheParts {
  /** The replication group. */
  readonly replicationGroup: elasticache.CfnReplicationGroup;
  /** Secret with the token. */
  readonly secret: secretsmanager.ISecret;
  /** Security group that clients connect to, on its default port. */
  readonly connections: ec2.Connections;
  /** Allows a client, such as a function in the VPC, to connect and to read the password. */
  grantConnect(client: ec2.IConnectable & iam.IGrantable): iam.Grant;
}

/** Resources of a document store on DocumentDB. */
export interface DocumentStoreParts {
  /** One cluster per shard. */
  readonly clusters: readonly docdb.DatabaseCluster[];
  /** Secret with user name and password. */
  readonly secret: secretsmanager.ISecret;
}

/** A load balancer. */
export type LoadBalancerPart = elb.ApplicationLoadBalancer | elb.NetworkLoadBalancer;

/** Parts of a stack by component id. An id without such a part throws an InputError with the ids that have one. */
export type Parts<Id extends string, Part> = Readonly<Record<Id, Part>>;

/** The resources of the components of a stack, by kind and component id. Containers of data stores and objects of a cluster are no resources of their own. */
export interface StackParts {
  /** Services on ECS. */
  readonly services: Parts<string, ServiceParts>;
  /** Node pools on ECS. */
  readonly nodePools: Parts<string, NodePoolParts>;
  /** Databases on RDS. */
  readonly databases: Parts<string, DatabaseParts>;
  /** Caches on ElastiCache. */
  readonly caches: Parts<string, CacheParts>;
  /** Document stores on DocumentDB. */
  readonly documentStores: Parts<string, DocumentStoreParts>;
  /** Load balancers. On EKS, a controller creates them, and the stack has none. */
  readonly loadBalancers: Parts<string, LoadBalancerPart>;
  /** Buckets. */
  readonly buckets: Parts<string, s3.IBucket>;
  /** Queues on SQS; `deadLetterQueue` of each is that of its failed messages. */
  readonly queues: Parts<string, sqs.Queue>;
  /** CloudFront distributions. */
  readonly cdns: Parts<string, cloudfront.Distribution>;
}

/** The parts of a stack from the constructs of its components; `subject` names the stack in errors. */
export function partsOf(subject: string, components: ReadonlyMap<string, Construct>): StackParts {
  const parts = <Built extends Construct, Part>(
    key: keyof StackParts,
    types: readonly (abstract new (...args: never[]) => Built)[],
    partOf: (construct: Built) => Part,
  ) => {
    const found = [...components].flatMap(([id, construct]): [string, Part][] =>
      types.some((type) => construct instanceof type) ? [[id, partOf(construct as Built)]] : [],
    );
    return refusingUnknown(`stack ${subject}`, key, Object.fromEntries(found));
  };
  return {
    services: parts('services', [Service], (service): ServiceParts => service),
    nodePools: parts('nodePools', [NodePool], (pool): NodePoolParts => pool),
    databases: parts('databases', [Database], (database): DatabaseParts => database),
    caches: parts('caches', [Cache], (cache): CacheParts => cache),
    documentStores: parts('documentStores', [DocumentStore], (store): DocumentStoreParts => store),
    loadBalancers: parts<ApplicationLoadBalancer | NetworkLoadBalancer, LoadBalancerPart>(
      'loadBalancers',
      [ApplicationLoadBalancer, NetworkLoadBalancer],
      ({ loadBalancer }) => loadBalancer,
    ),
    buckets: parts('buckets', [Bucket], ({ bucket }) => bucket),
    queues: parts('queues', [Queue], ({ queue }) => queue),
    cdns: parts('cdns', [Cdn], ({ distribution }) => distribution),
  };
}

/** The only part of its kind. Throws an InputError if there is none or more than one. */
export function onlyPart<Part>(subject: string, key: keyof StackParts, parts: Parts<string, Part>): Part {
  const [part, ...others] = Object.values(parts);
  if (part !== undefined && others.length === 0) return part;
  const expected = part === undefined ? `a tier with a component in ${key}` : `${key} with one of ${Object.keys(parts).join(', ')}`;
  throw new InputError(`stack ${subject}`, [
    { path: key, reason: part === undefined ? 'the tier has none' : 'the tier has several', expected },
  ]);
}

/** Names that are component ids. Tools that print objects also read other names, such as `toJSON`. */
const COMPONENT_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function refusingUnknown<Part>(subject: string, path: string, parts: Readonly<Record<string, Part>>): Parts<string, Part> {
  return new Proxy(parts, {
    get: (target, key) => {
      if (key in target) return Reflect.get(target, key);
      if (typeof key !== 'string' || !COMPONENT_ID.test(key)) return undefined;
      const ids = Object.keys(target);
      throw new InputError(subject, [
        ids.length === 0
          ? { path: `${path}.${key}`, reason: 'the stack has none', expected: `no use of ${path}` }
          : notOneOf(path, key, ids),
      ]);
    },
  });
}
