import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** Fields of an HTTPRoute (Gateway API v1) that the charts set. */
interface HttpRouteSpec {
  /** Listeners that the route is attached to. */
  readonly parentRefs: readonly {
    /** Name of the Gateway. */
    readonly name: string;
    /** Name of the listener. */
    readonly sectionName: string;
  }[];
  /** Rules, of which the most specific match applies. */
  readonly rules: readonly {
    /** Requests that the rule applies to. Absent: all. */
    readonly matches?: readonly {
      /** Match on the path. */
      readonly path: {
        /** `PathPrefix`: matches whole path segments. */
        readonly type: 'PathPrefix';
        /** The prefix. */
        readonly value: string;
      };
    }[];
    /** Changes to the request. */
    readonly filters?: readonly {
      /** Type of the filter. */
      readonly type: 'RequestRedirect';
      /** Target of the redirect. */
      readonly requestRedirect: {
        /** Scheme of the target. */
        readonly scheme: 'https';
        /** Port of the target. */
        readonly port: number;
        /** HTTP status of the response. */
        readonly statusCode: 301;
      };
    }[];
    /** Services that receive the requests. */
    readonly backendRefs?: readonly {
      /** Name of the Service. */
      readonly name: string;
      /** Port of the Service. */
      readonly port: number;
    }[];
  }[];
}

/** HTTP routing from a Gateway to Services. */
export class HttpRoute extends ApiObject {
  constructor(scope: Construct, id: string, { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: HttpRouteSpec }) {
    super(scope, id, { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata, spec });
  }
}
