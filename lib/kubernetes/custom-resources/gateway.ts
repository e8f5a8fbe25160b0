import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** Fields of a Gateway (Gateway API v1) that the charts set. */
export interface GatewaySpec {
  /** GatewayClass, and with it the controller that implements the Gateway. */
  readonly gatewayClassName: string;
  /** Settings of the controller. Absent: its defaults. */
  readonly infrastructure?: {
    /** Object with the settings. */
    readonly parametersRef: {
      /** API group of the object. */
      readonly group: string;
      /** Kind of the object. */
      readonly kind: string;
      /** Name of the object. */
      readonly name: string;
    };
  };
  /** Ports that accept connections. */
  readonly listeners: readonly {
    /** Name that routes refer to. */
    readonly name: string;
    /** Port number. */
    readonly port: number;
    /** Protocol of the port. TLS ends at the Gateway with `HTTPS`. */
    readonly protocol: 'HTTP' | 'HTTPS';
    /** Routes that may attach to the listener. */
    readonly allowedRoutes: {
      /** Namespaces of the routes. */
      readonly namespaces: {
        /** `Same`: the namespace of the Gateway. */
        readonly from: 'Same';
      };
    };
  }[];
}

/** Entry point for HTTP traffic into the cluster. */
export class Gateway extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: GatewaySpec }) {
    super(scope, id, { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata, spec });
  }
}
