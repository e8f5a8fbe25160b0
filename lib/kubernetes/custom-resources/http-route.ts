import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** HTTPRoute of Gateway API v1, as far as we use it. */
export interface HttpRouteSpec {
  readonly parentRefs: readonly { readonly name: string; readonly sectionName: string }[];
  readonly rules: readonly {
    readonly matches?: readonly { readonly path: { readonly type: 'PathPrefix'; readonly value: string } }[];
    readonly filters?: readonly {
      readonly type: 'RequestRedirect';
      readonly requestRedirect: { readonly scheme: 'https'; readonly port: number; readonly statusCode: 301 };
    }[];
    readonly backendRefs?: readonly { readonly name: string; readonly port: number }[];
  }[];
}

export class HttpRoute extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: HttpRouteSpec }) {
    super(scope, id, { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata, spec });
  }
}
