import type { GpuModel } from '../model/options';
import type { OmissionReason, PartMember } from './part';

/** A note for the owner of a first definition: an assumption, or data that must be completed. */
export type DraftNote =
  /** The sizes of the definition are an example. */
  | { readonly kind: 'example' }
  /** The demands of the operations are examples that a measurement must replace. */
  | { readonly kind: 'demands-to-measure' }
  /** The source does not describe what users do. The demands are an example with all components that need one. */
  | {
      readonly kind: 'operations-to-fill';
      /** One demand for each component that needs one. */
      readonly demands: readonly ExampleDemand[];
    }
  /** The source does not state how many users there are. */
  | { readonly kind: 'users-to-fill' }
  /** The source states no size. */
  | {
      readonly kind: 'size-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Fields of the component with assumed values. */
      readonly fields: readonly string[];
    }
  /** A burstable class is allowed for a data store, because the source states no processor time, or little. */
  | {
      readonly kind: 'burstable-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
      /** vCPUs that the source states; 0 where it states none. */
      readonly vcpu: number;
    }
  /** The source states no maximum number of connections to the database. */
  | {
      readonly kind: 'connections-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
    }
  /** The source does not state the protocol of the ports. */
  | {
      readonly kind: 'http-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Ports without a stated protocol. */
      readonly ports: readonly number[];
    }
  /** Ports of the entry service that are not public in the source. */
  | {
      readonly kind: 'ports-omitted';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Ports that the definition does not contain. */
      readonly ports: readonly number[];
    }
  /** Services that the source names and that have no port, so that no connection to them is in the definition. */
  | {
      readonly kind: 'uses-omitted';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Ids of the services without a port. */
      readonly services: readonly string[];
    }
  /** A load balancer needs a path that answers while the service is healthy. */
  | {
      readonly kind: 'health-path-missing';
      /** Id of the component in the definition. */
      readonly component: string;
    }
  /** A service without ports that connects to a queue is assumed to process its messages. */
  | {
      readonly kind: 'consumer-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Id of the queue. */
      readonly queue: string;
    }
  /** A service with ports that connects to a queue can send its messages or process them. */
  | {
      readonly kind: 'consumer-unknown';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Id of the queue. */
      readonly queue: string;
    }
  /** PgBouncer becomes the pooler that AWS offers. */
  | {
      readonly kind: 'pooler-as-proxy';
      /** Id of the component in the definition. */
      readonly component: string;
    }
  /** A message broker becomes a queue of AWS, with another protocol. */
  | {
      readonly kind: 'broker-as-queue';
      /** Id of the component in the definition. */
      readonly component: string;
    }
  /** The source does not state how many messages there are. */
  | {
      readonly kind: 'messages-unknown';
      /** Id of the component in the definition. */
      readonly component: string;
    }
  /** Several services have public ports, and the definition has a load balancer for one. */
  | {
      readonly kind: 'other-entries';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Ids of the services with public ports and without a load balancer. */
      readonly others: readonly string[];
    }
  /** The ports of the service are for programs on the host alone, so that a reverse proxy there is assumed. */
  | {
      readonly kind: 'host-proxy-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Ports for the host. */
      readonly ports: readonly number[];
    }
  /** No service has a port for users. */
  | { readonly kind: 'entry-missing' }
  /** Users reach the service by UDP alone, and a load balancer needs a TCP port for its health checks. */
  | {
      readonly kind: 'entry-without-tcp';
      /** Id of the component in the definition. */
      readonly component: string;
    }
  /** The service reserves GPUs, whose model the source does not state. */
  | {
      readonly kind: 'gpu-model-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
      /** The assumed model. */
      readonly model: GpuModel;
    }
  /** The service reserves GPUs, and the source does not state how many: 1 is assumed. */
  | {
      readonly kind: 'gpus-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
    }
  /** Settings outside the source were not read, so that connections may be missing. */
  | {
      readonly kind: 'settings-not-read';
      /** Id of the component in the definition. */
      readonly component: string;
    }
  /** Only the environment knows a value. */
  | {
      readonly kind: 'value-unknown';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Field of the component that needs the value. */
      readonly field: string;
      /** The reference or parameter, as the source writes it. */
      readonly value: string;
    }
  /** The source leaves the number of instances to the default of an operator, so that one is assumed. */
  | {
      readonly kind: 'count-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Field of the component with the assumed number 1. */
      readonly field: string;
    }
  /** The source cannot state the number of instances, so that one is assumed. */
  | {
      readonly kind: 'instances-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
    }
  /** Fields of the source that are not in the definition. */
  | {
      readonly kind: 'not-read';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Paths of the fields in the source. */
      readonly fields: readonly string[];
    }
  /** Sizes of the source for which the kind of the component has no field. */
  | {
      readonly kind: 'size-without-field';
      /** Id of the component in the definition. */
      readonly component: string;
      /** The sizes that the source states. */
      readonly size: PartSize;
    }
  /** Servers of the source that belong to the component and are not in the definition. */
  | {
      readonly kind: 'members';
      /** Id of the component in the definition. */
      readonly component: string;
      /** The servers, with their sizes. */
      readonly members: readonly PartMember[];
    }
  /** The source does not state whether the servers of a database are read replicas or standbys. */
  | ReplicationNote
  /** The settings name hosts that the source does not contain. */
  | {
      readonly kind: 'outside-hosts';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Host names in the settings. */
      readonly hosts: readonly string[];
    }
  /** A server of Redis can be a cache or a queue. */
  | {
      readonly kind: 'cache-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
    }
  /** The source does not state the share of the traffic that a content delivery network serves. */
  | {
      readonly kind: 'offload-assumed';
      /** Id of the component in the definition. */
      readonly component: string;
    }
  /** The source runs services on Fargate, which is an option and no part of a definition. */
  | {
      readonly kind: 'fargate';
      /** Ids of the services. */
      readonly components: readonly string[];
    }
  /** vCPUs are the CPU requests of pods. */
  | { readonly kind: 'requests-as-vcpu' }
  /** The name of a part cannot be an id. */
  | {
      readonly kind: 'renamed';
      /** Id of the component in the definition. */
      readonly component: string;
      /** Name in the source. */
      readonly name: string;
    }
  /** A part of the source is not in the definition. */
  | {
      readonly kind: 'omitted';
      /** Name of the part in the source. */
      readonly name: string;
      /** Why it is omitted. */
      readonly reason: OmissionReason;
      /** The size that the source states. Absent: none. */
      readonly size?: PartSize;
    };

/** Processor time of one event on a component, in an example of an operation. */
export interface ExampleDemand {
  /** Id of the component. */
  readonly component: string;
  /** Seconds of one core. */
  readonly seconds: number;
}

/** The size that the source states for a part; absent fields are not stated, or are in the component. */
export interface PartSize {
  /** Number of instances, as the least and the most. */
  readonly instances?: {
    /** Least number of instances. */
    readonly min: number;
    /** Largest number of instances. */
    readonly max: number;
  };
  /** Number of vCPUs of one instance. */
  readonly vcpu?: number;
  /** Memory of one instance in GiB. */
  readonly memoryGib?: number;
  /** Storage of one instance in GiB. */
  readonly storageGib?: number;
}

/** The role that is assumed for the servers of a database after the first. */
export interface ReplicationNote {
  /** Kind of the note. */
  readonly kind: 'replication-assumed';
  /** Id of the database. */
  readonly component: string;
  /** Number of servers in the source. */
  readonly servers: number;
  /** Number of read replicas in the definition. */
  readonly readReplicas: number;
  /** Whether the definition has a standby. */
  readonly isStandby: boolean;
}
