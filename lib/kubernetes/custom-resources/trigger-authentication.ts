import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';

/** Fields of a KEDA TriggerAuthentication that the charts set. */
interface TriggerAuthenticationSpec {
  /** Identity of KEDA's operator. Absent: a Secret has the credentials. */
  readonly podIdentity?: {
    /** `aws`: its IAM role. */
    readonly provider: 'aws';
  };
  /** Parameters of the scaler that are read from Secrets. */
  readonly secretTargetRef?: readonly {
    /** Parameter of the scaler. */
    readonly parameter: string;
    /** Name of the Secret. */
    readonly name: string;
    /** Key in the Secret. */
    readonly key: string;
  }[];
}

/** Credentials that KEDA reads a metric with. */
export class TriggerAuthentication extends ApiObject {
  constructor(
    scope: Construct,
    id: string,
    { metadata, spec }: { readonly metadata: ApiObjectMetadata; readonly spec: TriggerAuthenticationSpec },
  ) {
    super(scope, id, { apiVersion: 'keda.sh/v1alpha1', kind: 'TriggerAuthentication', metadata, spec });
  }
}
