import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** Gateway of Gateway API v1, as far as we use it. */
export interface GatewaySpec {
  readonly gatewayClassName: string;
  readonly infrastructure?: { readonly parametersRef: { readonly group: string; readonly kind: string; readonly name: string } };
  readonly listeners: readonly {
    readonly name: string;
    readonly port: number;
    readonly protocol: 'HTTP' | 'HTTPS';
    readonly allowedRoutes: { readonly namespaces: { readonly from: 'Same' } };
  }[];
}

export class Gateway extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: GatewaySpec }) {
    super(scope, id, { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata, spec });
  }
}
